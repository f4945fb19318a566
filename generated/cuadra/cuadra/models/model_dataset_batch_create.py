# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model
from .model_dataset_create import ModelDatasetCreate


class ModelDatasetBatchCreate(Model):
    """Batch of dataset links to create."""

    datasets: list[ModelDatasetCreate]
    """The links to create, up to 50."""
