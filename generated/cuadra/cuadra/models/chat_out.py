# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated, Any, Literal

from .._runtime.models import Alias, DateTime, Model, Open
from .message_out import MessageOut
from .model_out import ModelOut


class ChatOut(Model):
    """Chat with all its details."""

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

    created_by: Annotated[str, Alias("createdBy")]
    """Whoever started the chat, as a user id."""

    title: str | None = None
    """Chat title."""

    system_prompt: Annotated[str | None, Alias("systemPrompt")] = None
    """Instructions the model follows throughout the chat."""

    metadata: Any = None

    model: ModelOut | None = None
    """The model in full. Ask for it with `?expand[]=model`."""

    messages: list[MessageOut] | None = None
    """What has been said so far."""

    documents_count: Annotated[int, Alias("documentsCount")] = 0
    """How many documents are linked."""

    visibility: Annotated[Literal["private", "organization", "shared"], Open] = "private"
    """Audience of the chat."""

    shared_with: Annotated[list[str] | None, Alias("sharedWith")] = None
    """Ids of users who have been given access."""

    deleted_at: Annotated[DateTime | None, Alias("deletedAt")] = None
    """Time of deletion; the record remains."""

    deleted_by: Annotated[str | None, Alias("deletedBy")] = None
    """Id of the user responsible for the deletion."""

    source: str = "api"
    """Channel through which the chat was started: `api`, `m2m` or `connector`."""

    source_detail: Annotated[str | None, Alias("sourceDetail")] = None
    """Finer origin within `source`, for instance `dashboard`, `slack` or `google_drive`."""
