# Generated from Bodies 2.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, DateTime, Model
from .author import Author


class CreateNoteBody(Model):
    id: str | None = None

    text: str
    """What it says."""

    author: Author

    tags: list[str] | None = None

    pinned: bool = False

    until: DateTime | None = None

    from_: Annotated[str | None, Alias("from")] = None
