# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model
from .model_dataset_out import ModelDatasetOut


class ModelDatasetPage(Model):
    """Part of the list of dataset links."""

    items: list[ModelDatasetOut]
    """The links."""

    has_more: Annotated[bool, Alias("hasMore")]
    """True if there are more entries after this page."""

    next_cursor: Annotated[str | None, Alias("nextCursor")] = None
    """Pass as `cursor` to get the next page. Null when there is none."""

    total_count: Annotated[int | None, Alias("totalCount")] = None
    """How many links exist, if counted."""
