# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, DateTime, Model
from .model_out import ModelOut


class ChatSummaryOut(Model):
    """Short form of a chat, used in lists."""

    created_at: Annotated[DateTime, Alias("createdAt")]
    """When it was created."""

    updated_at: Annotated[DateTime, Alias("updatedAt")]
    """When it was last modified."""

    organization_id: Annotated[str, Alias("organizationId")]
    """Organization the chat belongs to."""

    id: str
    """Identifies the chat."""

    model_id: Annotated[str, Alias("modelId")]
    """Id of the model answering in this chat."""

    title: str | None = None
    """Chat title."""

    model: ModelOut | None = None
    """The model in full. Ask for it with `?expand[]=model`."""

    status: str | None = None
    """Current state."""

    deleted_at: Annotated[DateTime | None, Alias("deletedAt")] = None
    """Time of deletion; the record remains."""
