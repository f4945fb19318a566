# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated, Any, Literal

from .._runtime.models import Alias, DateTime, Model, Number, Open


class ModelOut(Model):
    """Model as configured."""

    id: str
    """Identifies the model."""

    display_name: Annotated[str, Alias("displayName")]
    """Label shown to users."""

    context_window: Annotated[int, Alias("contextWindow")]
    """Size of the context, in tokens."""

    supports_streaming: Annotated[bool, Alias("supportsStreaming")]
    """Support for streamed answers."""

    enabled: bool
    """False when the model is switched off."""

    is_system_model: Annotated[bool, Alias("isSystemModel")]
    """True for models supplied by Cuadra, which are read-only."""

    created_at: Annotated[DateTime, Alias("createdAt")]
    """When it was created."""

    updated_at: Annotated[DateTime, Alias("updatedAt")]
    """When it was last modified."""

    description: str | None = None
    """Purpose and strengths of the model."""

    provider: str | None = None
    """Provider behind the model. Null for models of an organization, whose parent determines it."""

    model_name: Annotated[str | None, Alias("modelName")] = None
    """What the provider calls the model. Null for models of an organization, whose parent
    determines it.
    """

    max_tokens_per_request: Annotated[int | None, Alias("maxTokensPerRequest")] = None
    """Upper bound on tokens in a request."""

    supports_tools: Annotated[bool | None, Alias("supportsTools")] = None
    """Ability to call tools."""

    supports_vision: Annotated[bool | None, Alias("supportsVision")] = None
    """Ability to read images."""

    supports_reasoning: Annotated[bool | None, Alias("supportsReasoning")] = None
    """Ability to emit reasoning tokens."""

    credit_multiplier: Annotated[Number | None, Alias("creditMultiplier")] = None
    """Factor applied to credit costs. Set on system models and inherited by models derived from
    them.
    """

    access_tier: Annotated[str | None, Alias("accessTier")] = None
    """Subscriptions that include the model: `standard` comes with every plan, `premium` with Pro
    and Enterprise.
    """

    lifecycle_state: Annotated[
        Literal["active", "disabled", "deprecated", "end_of_life"] | None,
        Open,
        Alias("lifecycleState"),
    ] = None
    """Stage of life: available, disabled by an admin, about to be retired (see `endOfLifeAt`), or
    past its end.
    """

    end_of_life_at: Annotated[DateTime | None, Alias("endOfLifeAt")] = None
    """Day of retirement, or null if none is planned. The model counts as deprecated until then and
    as ended afterwards.
    """

    deprecation_notice: Annotated[str | None, Alias("deprecationNotice")] = None
    """Message for users about the coming retirement."""

    is_recommended: Annotated[bool | None, Alias("isRecommended")] = None
    """Marks a recommended model."""

    parent_model_id: Annotated[str | None, Alias("parentModelId")] = None
    """System model from which this one is derived."""

    system_prompt_id: Annotated[str | None, Alias("systemPromptId")] = None
    """Id of the composed system prompt that applies."""

    system_prompt: Annotated[str | None, Alias("systemPrompt")] = None
    """Literal system prompt. Takes the place of a composed one."""

    metadata: Any = None
