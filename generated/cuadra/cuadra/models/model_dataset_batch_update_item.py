# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class ModelDatasetBatchUpdateItem(Model):
    """Single change within a batch."""

    dataset_id: Annotated[str, Alias("datasetId")]
    """Dataset whose link is to change."""

    usage_type: Annotated[str | None, Alias("usageType")] = None
    """Usage to set."""

    dataset_snapshot_id: Annotated[str | None, Alias("datasetSnapshotId")] = None
    """Snapshot to pin to from now on; with null, the latest state."""

    priority: int | None = None
    """Search rank to set."""
