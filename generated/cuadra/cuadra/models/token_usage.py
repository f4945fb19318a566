# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class TokenUsage(Model):
    """Tokens consumed, and what they cost."""

    input_tokens: Annotated[int, Alias("inputTokens")]
    """Input tokens."""

    output_tokens: Annotated[int, Alias("outputTokens")]
    """Output tokens."""

    total_tokens: Annotated[int, Alias("totalTokens")]
    """Input and output tokens together."""

    cost: str | None = None
    """Amount charged in USD, a decimal number written as a string."""
