# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model
from .particle_category import ParticleCategory


class SystemPromptParticleOut(Model):
    """Tells which particle a system prompt contains, where, and at what version."""

    id: str
    """Identifies the link itself, not the particle."""

    particle_id: Annotated[str, Alias("particleId")]
    """Particle the link leads to."""

    order: int
    """Position within the prompt."""

    particle_name: Annotated[str | None, Alias("particleName")] = None
    """The particle's name, repeated here."""

    particle_category: Annotated[ParticleCategory | None, Alias("particleCategory")] = None
    """The particle's category, repeated here."""

    particle_version_id: Annotated[str | None, Alias("particleVersionId")] = None
    """Version held on to, or null for the current one."""

    pinned_version: Annotated[int | None, Alias("pinnedVersion")] = None
    """The number of the version held on to, repeated here."""

    token_count: Annotated[int | None, Alias("tokenCount")] = None
    """Length of the particle in tokens."""
