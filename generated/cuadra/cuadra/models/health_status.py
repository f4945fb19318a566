# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class HealthStatus(Model):
    """Whether the service works."""

    status: str
    """State as a whole."""
