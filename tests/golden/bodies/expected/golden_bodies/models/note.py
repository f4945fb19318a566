# Generated from Bodies 2.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, DateTime, Model, read_only
from .author import Author


class Note(Model):
    id: str = read_only

    text: str

    created_at: Annotated[DateTime | None, Alias("createdAt")] = None

    author: Author | None = None
