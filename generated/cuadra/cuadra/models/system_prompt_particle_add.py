# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class SystemPromptParticleAdd(Model):
    """Link to create between a system prompt and a particle."""

    particle_id: Annotated[str, Alias("particleId")]
    """Particle to add, by id."""

    particle_version_id: Annotated[str | None, Alias("particleVersionId")] = None
    """Version to hold on to. With null, the current one is always used."""

    order: int = 0
    """Position within the prompt; smaller numbers come first."""
