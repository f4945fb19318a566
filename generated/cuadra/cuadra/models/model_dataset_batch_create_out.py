# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Any

from .._runtime.models import Model
from .model_dataset_out import ModelDatasetOut


class ModelDatasetBatchCreateOut(Model):
    """Outcome of creating links in a batch."""

    created: list[ModelDatasetOut]
    """Links newly created."""

    skipped: list[dict[str, Any]] | None = None
    """Datasets that had a link before and were passed over, as `datasetId` with `reason`."""
