# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, DateTime, Model


class DatasetSnapshotOut(Model):
    """What a dataset looked like when the snapshot was taken."""

    id: str
    """Identifies the snapshot."""

    dataset_id: Annotated[str, Alias("datasetId")]
    """Id of the dataset captured."""

    version: int
    """Number within the dataset; every snapshot gets a higher one."""

    record_count: Annotated[int, Alias("recordCount")]
    """How many files it captured."""

    status: str
    """`active`, or `archived` once it has been put away."""

    created_at: Annotated[DateTime, Alias("createdAt")]
    """UTC time at which it was created."""
