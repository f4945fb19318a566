# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class ParticleUpdate(Model):
    """Changes to a particle; what is omitted stays. Setting `content` adds a version."""

    name: str | None = None
    """Name to set."""

    description: str | None = None
    """Description to set."""

    content: str | None = None
    """Text to set, stored as a further version."""

    enabled: bool | None = None
    """True to enable, false to disable."""
