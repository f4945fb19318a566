# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated, Any

from .._runtime.models import Alias, Model


class ModelCreate(Model):
    """Model to create."""

    parent_model_id: Annotated[str, Alias("parentModelId")]
    """System model to derive from. It determines price and abilities."""

    display_name: Annotated[str, Alias("displayName")]
    """Label shown to users."""

    context_window: Annotated[int | None, Alias("contextWindow")] = None
    """Size of the context in tokens, counting prompt, history, tools and output. The parent's value
    applies when omitted.
    """

    max_tokens_per_request: Annotated[int | None, Alias("maxTokensPerRequest")] = None
    """Upper bound on tokens in one answer. The parent's value applies when omitted."""

    supports_streaming: Annotated[bool, Alias("supportsStreaming")] = True
    """Support for streamed answers."""

    enabled: bool = True
    """Make the model available to the organization."""

    metadata: Any = None

    system_prompt_id: Annotated[str | None, Alias("systemPromptId")] = None
    """Id of the composed system prompt to apply."""

    system_prompt: Annotated[str | None, Alias("systemPrompt")] = None
    """Literal system prompt. Takes the place of a composed one."""
