# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class ProcessingStatus(Model):
    """State of a running or finished processing."""

    progress: int = 0
    """Completion in percent."""

    error: str | None = None
    """Reason for a failure."""
