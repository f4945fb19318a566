# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, DateTime, Model
from .system_prompt_particle_out import SystemPromptParticleOut


class SystemPromptOut(Model):
    """Prompt assembled from particles."""

    id: str
    """Identifies the system prompt."""

    name: str
    """System prompt name."""

    enabled: bool
    """False takes the system prompt out of use."""

    is_system: Annotated[bool, Alias("isSystem")]
    """True for templates supplied by Cuadra."""

    created_at: Annotated[DateTime, Alias("createdAt")]
    """When it was created."""

    updated_at: Annotated[DateTime, Alias("updatedAt")]
    """When it was last modified."""

    description: str | None = None
    """What the system prompt is meant for."""

    slug: str | None = None
    """Permanent kebab-case handle of a template; unset on other prompts."""

    total_token_count: Annotated[int | None, Alias("totalTokenCount")] = None
    """Sum of its particles' tokens."""

    particle_count: Annotated[int | None, Alias("particleCount")] = None
    """How many particles it contains."""

    particles: list[SystemPromptParticleOut] | None = None
    """The particles it contains. Ask for them with `expand[]=particles`."""
