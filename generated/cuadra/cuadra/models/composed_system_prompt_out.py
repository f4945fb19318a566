# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class ComposedSystemPromptOut(Model):
    """Result of composing a system prompt."""

    system_prompt_id: Annotated[str, Alias("systemPromptId")]
    """Identifies the system prompt."""

    composed_content: Annotated[str, Alias("composedContent")]
    """The prompt as the model gets it."""

    total_token_count: Annotated[int, Alias("totalTokenCount")]
    """Length of the prompt in tokens."""

    particle_count: Annotated[int, Alias("particleCount")]
    """How many particles were joined."""
