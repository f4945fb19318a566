# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, DateTime, Model


class ModelDatasetOut(Model):
    """Tells that a model uses a dataset, and in which way."""

    model_id: Annotated[str, Alias("modelId")]
    """Model the link starts from."""

    dataset_id: Annotated[str, Alias("datasetId")]
    """Dataset the link leads to."""

    usage_type: Annotated[str, Alias("usageType")]
    """Role of the dataset for the model."""

    priority: int
    """Rank in the search, larger first."""

    created_at: Annotated[DateTime, Alias("createdAt")]
    """Time at which the link was created."""

    updated_at: Annotated[DateTime, Alias("updatedAt")]
    """Time at which the link was last modified."""

    dataset_snapshot_id: Annotated[str | None, Alias("datasetSnapshotId")] = None
    """Snapshot the link is pinned to, or null for the latest state."""
