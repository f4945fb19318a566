# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model
from .model_dataset_batch_update_item import ModelDatasetBatchUpdateItem


class ModelDatasetBatchUpdate(Model):
    """Batch of changes to a model's dataset links."""

    updates: list[ModelDatasetBatchUpdateItem]
    """One entry per link to change."""
