# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class DatasetSnapshotCreate(Model):
    """Snapshot to take."""

    notes: str | None = None
    """Free text to store alongside."""
