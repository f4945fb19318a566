# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class ModelDatasetCreate(Model):
    """Link to create between a model and a dataset."""

    dataset_id: Annotated[str, Alias("datasetId")]
    """Dataset to link, by id."""

    usage_type: Annotated[str, Alias("usageType")] = "rag"
    """Role of the dataset for the model. At present the endpoint page permits `rag` alone; a guide
    has `context` as well.
    """

    dataset_snapshot_id: Annotated[str | None, Alias("datasetSnapshotId")] = None
    """Snapshot to pin to. With null, the model always sees the latest state."""

    priority: int = 0
    """Rank in the search: datasets with larger numbers are searched earlier."""
