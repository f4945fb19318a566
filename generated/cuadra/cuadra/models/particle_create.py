# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model
from .particle_category import ParticleCategory


class ParticleCreate(Model):
    """Particle to create."""

    name: str
    """Particle name."""

    category: ParticleCategory
    """Kind of particle."""

    content: str
    """Text that goes into prompts."""

    description: str | None = None
    """What the particle is meant for."""

    enabled: bool = True
    """False takes the particle out of use."""
