# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model
from .message_out import MessageOut
from .source_out import SourceOut
from .token_usage import TokenUsage
from .tool_call_out import ToolCallOut


class ChatResponse(Model):
    """Complete answer to a request made without streaming."""

    id: str
    """Identifies the chat."""

    message: MessageOut
    """Answer of the assistant."""

    tool_calls: Annotated[list[ToolCallOut] | None, Alias("toolCalls")] = None
    """Tools the model wants called; goes with the finish reason `tool_calls`."""

    sources: list[SourceOut] | None = None
    """Documents the answer is based on."""

    usage: TokenUsage | None = None
    """Token consumption of this request."""
