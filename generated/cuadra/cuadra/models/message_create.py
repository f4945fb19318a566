# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Alias, Model, Open
from .tool_call_out import ToolCallOut


class MessageCreate(Model):
    """One message of a request. An AI SDK UIMessage, which carries `parts`, is also allowed and
    gets converted.
    """

    role: Annotated[Literal["user", "assistant", "system", "tool"], Open]
    """Role of the author."""

    content: str | None = None
    """Message text."""

    tool_call_id: Annotated[str | None, Alias("toolCallId")] = None
    """Id of the tool call this message answers. Mandatory for the role `tool`."""

    tool_calls: Annotated[list[ToolCallOut] | None, Alias("toolCalls")] = None
    """Calls the assistant made to tools. For the role `assistant` alone."""
