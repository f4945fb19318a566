# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, DateTime, Model
from .particle_category import ParticleCategory
from .particle_version_out import ParticleVersionOut


class ParticleOut(Model):
    """Building block of system prompts. Members can read the content of their organization's
    particles; that of system particles is hidden.
    """

    id: str
    """Identifies the particle."""

    name: str
    """Particle name."""

    category: ParticleCategory
    """Kind of particle."""

    is_system: Annotated[bool, Alias("isSystem")]
    """True for particles supplied by Cuadra, which are read-only."""

    enabled: bool
    """False takes the particle out of use."""

    created_at: Annotated[DateTime, Alias("createdAt")]
    """When it was created."""

    updated_at: Annotated[DateTime, Alias("updatedAt")]
    """When it was last modified."""

    description: str | None = None
    """What the particle is meant for."""

    current_version: Annotated[int | None, Alias("currentVersion")] = None
    """Latest version number."""

    token_count: Annotated[int | None, Alias("tokenCount")] = None
    """Length of the current text in tokens."""

    content: str | None = None
    """Text of the current version. System particles keep theirs hidden."""

    versions: list[ParticleVersionOut] | None = None
    """Complete history. Ask for it with `expand[]=versions`."""
