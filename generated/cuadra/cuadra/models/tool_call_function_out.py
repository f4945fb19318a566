# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class ToolCallFunctionOut(Model):
    """Which function to call, and with what."""

    name: str
    """Identifier of the function to run."""

    arguments: str
    """Arguments of the function as JSON text; parse before use."""
