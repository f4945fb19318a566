# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Model
from .tool_function_schema import ToolFunctionSchema


class ToolSchema(Model):
    """Tool the model can choose to call."""

    type: Literal["function"] = "function"
    """Tool type."""

    function: ToolFunctionSchema
    """Function that the tool stands for."""
