# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterator
    from typing import Literal

    from .. import models
    from ._runtime import Reply, Request


class ChatsHandlers:
    """Ask a model for an answer, streamed or in one piece, and manage the conversations that are
    kept.
    """

    async def list(
        self,
        request: Request,
        *,
        expand: builtins.list[str] | None = None,
        limit: int = 20,
        cursor: str | None = None,
    ) -> models.ChatPage | Reply:
        """List your chats.

        Only chats that belong to the authenticated user are returned.

        Args:
            expand: Names of related objects to embed in the answer. Send the parameter once per
                name.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.
        """
        raise NotImplementedError

    async def create_or_continue(
        self,
        request: Request,
        body: models.ChatRequest,
        *,
        x_stream_format: Literal["ai-sdk"] | None = None,
    ) -> models.ChatResponse | AsyncIterator[models.CreateOrContinueChatEvent] | Reply:
        """Ask a model for an answer.

        Opens a new chat or, given `chatId`, adds to an existing one, and has the model write the
        next assistant message. The conversation is saved on the server.

        A message is either `{role, content}` or an AI SDK UIMessage, `{role, parts}`; validation
        turns the latter into the former.

        Without streaming (`stream: false`) the response is 201 with a single JSON body. With
        `stream: true` it is 200 and a sequence of server-sent events: plain chunks unless the
        header `X-Stream-Format: ai-sdk` asks for the AI SDK UI message stream protocol. Either
        kind of stream finishes with `data: [DONE]`.

        If a streaming client disconnects, the server carries on and saves the result, which `GET
        /v1/chats/{chat_id}` then returns. A reasoning model sends its reasoning before the text
        and can need 60 to 120 seconds for it, so keep read timeouts generous.

        Args:
            x_stream_format: Event format wanted when streaming. Send `ai-sdk` for the Vercel AI SDK
                UI message stream protocol, or omit the header to get plain chunks.
        """
        raise NotImplementedError

    async def get(
        self, request: Request, chat_id: str, *, expand: builtins.list[str] | None = None
    ) -> models.ChatOut | Reply:
        """Get a chat.

        Includes the messages. After a dropped stream, poll this to find out whether the answer
        is complete.

        Args:
            chat_id: Identifies the chat.
            expand: Names of related objects to embed in the answer. Send the parameter once per
                name.
        """
        raise NotImplementedError

    async def update(
        self,
        request: Request,
        chat_id: str,
        body: models.ChatUpdate,
        *,
        idempotency_key: str | None = None,
    ) -> models.ChatOut | Reply:
        """Update a chat.

        The title, the system prompt and the metadata can be set; everything else is fixed.

        Args:
            chat_id: Identifies the chat.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def delete(self, request: Request, chat_id: str) -> Reply | None:
        """Delete a chat.

        The chat is marked as deleted (`deletedAt`, `deletedBy`) rather than erased.

        Args:
            chat_id: Identifies the chat.
        """
        raise NotImplementedError
