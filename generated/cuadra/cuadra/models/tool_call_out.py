# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Model
from .tool_call_function_out import ToolCallFunctionOut


class ToolCallOut(Model):
    """Request by the model to call a tool."""

    id: str
    """Identifies the call."""

    type: Literal["function"] = "function"
    """Type of the call."""

    function: ToolCallFunctionOut
    """The function wanted, with arguments."""
