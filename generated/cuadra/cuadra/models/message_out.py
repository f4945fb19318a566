# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated, Any, Literal

from .._runtime.models import Alias, DateTime, Model, Open
from .message_file_out import MessageFileOut
from .tool_call_out import ToolCallOut


class MessageOut(Model):
    """Message as kept in a chat."""

    role: Annotated[Literal["user", "assistant", "system", "tool"], Open]
    """Role of whoever wrote it."""

    content: str | None = None
    """Message text."""

    id: str
    """Identifies the message."""

    chat_id: Annotated[str, Alias("chatId")]
    """Chat in which it was said."""

    token_count: Annotated[int | None, Alias("tokenCount")] = None
    """Length of the message in tokens."""

    cost: str | None = None
    """Amount charged for the message in USD, a decimal number written as a string."""

    response_time_ms: Annotated[int | None, Alias("responseTimeMs")] = None
    """Milliseconds until the answer was there."""

    metadata: dict[str, Any] | None = None
    """Arbitrary data kept with the message."""

    tool_call_id: Annotated[str | None, Alias("toolCallId")] = None
    """Which tool call this message answers. Set for the role `tool`."""

    tool_calls: Annotated[list[ToolCallOut] | None, Alias("toolCalls")] = None
    """What the model wanted called. Set for the role `assistant`."""

    created_at: Annotated[DateTime, Alias("createdAt")]
    """When it was created."""

    files: list[MessageFileOut] | None = None
    """Images or documents that came along."""
