# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Any

from .._runtime.models import Model


class ToolFunctionSchema(Model):
    """Function offered to the model as a tool."""

    name: str
    """Name of the function, made of letters, digits, `_` and `-`."""

    description: str | None = None
    """Purpose of the function; the model reads this when deciding."""

    parameters: dict[str, Any] | None = None
    """What arguments the function takes, as a JSON Schema."""
