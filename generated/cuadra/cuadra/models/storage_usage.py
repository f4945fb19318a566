# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class StorageUsage(Model):
    """Storage consumption, counted in bytes."""

    used: int
    """Bytes taken."""

    limit: int
    """Total bytes available."""
