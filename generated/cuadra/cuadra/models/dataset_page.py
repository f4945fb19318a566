# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model
from .dataset_out import DatasetOut


class DatasetPage(Model):
    """Part of the list of datasets."""

    items: list[DatasetOut]
    """The datasets."""

    next_cursor: Annotated[str | None, Alias("nextCursor")] = None
    """Pass as `cursor` to get the next page. Null when there is none."""

    has_more: Annotated[bool, Alias("hasMore")] = False
    """True if there are more entries after this page."""

    total_count: Annotated[int | None, Alias("totalCount")] = None
    """How many datasets exist, if counted."""
