# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class SystemPromptParticleUpdate(Model):
    """Changes to a particle's position or pinning; what is omitted stays."""

    particle_version_id: Annotated[str | None, Alias("particleVersionId")] = None
    """Version to hold on to. With null, the current one is always used."""

    order: int | None = None
    """Position to set."""
