# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class ReadinessStatus(Model):
    """Whether the service's dependencies work."""

    status: str
    """State as a whole."""

    checks: dict[str, str] | None = None
    """Result for each dependency."""
