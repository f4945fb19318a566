# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class SystemPromptCopy(Model):
    """Settings for copying a system prompt."""

    name: str | None = None
    """How to call the copy; `Copy of {original}` when omitted."""
