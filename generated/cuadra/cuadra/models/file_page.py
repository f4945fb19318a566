# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model
from .file_out import FileOut


class FilePage(Model):
    """Part of the list of files."""

    items: list[FileOut]
    """The files."""

    next_cursor: Annotated[str | None, Alias("nextCursor")] = None
    """Pass as `cursor` to get the next page. Null when there is none."""

    has_more: Annotated[bool, Alias("hasMore")]
    """True if there are more entries after this page."""
