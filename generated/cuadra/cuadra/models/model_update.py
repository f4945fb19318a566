# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated, Any

from .._runtime.models import Alias, Model


class ModelUpdate(Model):
    """Changes to a model; what is omitted stays."""

    display_name: Annotated[str | None, Alias("displayName")] = None
    """Name to set."""

    context_window: Annotated[int | None, Alias("contextWindow")] = None
    """Context size to set, in tokens."""

    max_tokens_per_request: Annotated[int | None, Alias("maxTokensPerRequest")] = None
    """Upper bound on answer tokens to set."""

    supports_streaming: Annotated[bool | None, Alias("supportsStreaming")] = None
    """Support for streaming to set."""

    enabled: bool | None = None
    """True to enable, false to disable."""

    metadata: Any = None

    system_prompt_id: Annotated[str | None, Alias("systemPromptId")] = None
    """Id of the composed system prompt to switch to."""

    system_prompt: Annotated[str | None, Alias("systemPrompt")] = None
    """Literal system prompt to set."""

    parent_model_id: Annotated[str | None, Alias("parentModelId")] = None
    """System model to derive from instead; this switches the provider."""
