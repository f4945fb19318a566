# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated, Any

from .._runtime.models import Alias, Model


class ChatUpdate(Model):
    """Changes to a chat; what is omitted stays."""

    title: str | None = None
    """Title to set."""

    system_prompt: Annotated[str | None, Alias("systemPrompt")] = None
    """System prompt to set."""

    metadata: Any = None
