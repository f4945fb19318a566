# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Any

from .._runtime.models import Model


class ProviderHealthStatus(Model):
    """Whether the AI providers work."""

    status: str
    """State as a whole."""

    providers: dict[str, Any] | None = None
    """Result for each provider."""
