# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Any

from .._runtime.models import Model
from .model_dataset_out import ModelDatasetOut


class ModelDatasetBatchUpdateOut(Model):
    """Outcome of changing links in a batch."""

    updated: list[ModelDatasetOut]
    """Links with their new values."""

    skipped: list[dict[str, Any]] | None = None
    """Datasets passed over, as `datasetId` with `reason`."""
