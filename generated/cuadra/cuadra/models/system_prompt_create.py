# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model
from .system_prompt_particle_add import SystemPromptParticleAdd


class SystemPromptCreate(Model):
    """System prompt to create."""

    name: str
    """System prompt name."""

    description: str | None = None
    """What the system prompt is meant for."""

    enabled: bool = True
    """False takes the system prompt out of use."""

    particles: list[SystemPromptParticleAdd] | None = None
    """Initial particles."""
