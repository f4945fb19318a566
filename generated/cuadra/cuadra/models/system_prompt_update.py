# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class SystemPromptUpdate(Model):
    """Changes to a system prompt; what is omitted stays."""

    name: str | None = None
    """Name to set."""

    description: str | None = None
    """Description to set."""

    enabled: bool | None = None
    """True to enable, false to disable."""
