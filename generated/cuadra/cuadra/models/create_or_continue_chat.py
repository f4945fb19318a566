# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Alias, Model
from .source_out import SourceOut


class CreateOrContinueChatEventToolCall(Model):
    index: int
    """Number of the tool call that this part continues."""

    id: str | None = None
    """Identifies the tool call; present in its first part and absent later."""

    type: Literal["function"] | None = None
    """Tool type."""

    function: dict[str, str] | None = None
    """Some of the function's name, some of its arguments, or both."""


class CreateOrContinueChatEventUsage(Model):
    input_tokens: Annotated[int, Alias("inputTokens")]
    """Input tokens."""

    output_tokens: Annotated[int, Alias("outputTokens")]
    """Output tokens."""

    total_tokens: Annotated[int, Alias("totalTokens")]
    """Input and output tokens together."""

    cost: str | None = None
    """Amount charged in USD, a decimal number written as a string."""


class CreateOrContinueChatEvent(Model):
    id: str
    """Chat this chunk is part of."""

    delta: str = ""
    """Text to append to the answer."""

    reasoning: str = ""
    """Text to append to the model's reasoning."""

    tool_calls: Annotated[list[CreateOrContinueChatEventToolCall] | None, Alias("toolCalls")] = None
    """Parts of tool calls, to be concatenated by clients per `index`."""

    sources: list[SourceOut] | None = None
    """Documents the answer is based on. Comes once, ahead of the text."""

    finished: bool = False

    usage: CreateOrContinueChatEventUsage | None = None
