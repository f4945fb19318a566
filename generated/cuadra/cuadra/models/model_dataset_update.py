# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class ModelDatasetUpdate(Model):
    """Changes to a dataset link; what is omitted stays."""

    usage_type: Annotated[str | None, Alias("usageType")] = None
    """Usage to set."""

    dataset_snapshot_id: Annotated[str | None, Alias("datasetSnapshotId")] = None
    """Snapshot to pin to from now on; with null, the latest state."""

    priority: int | None = None
    """Search rank to set."""
