# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from .. import models
from .._runtime import (
    AsyncResource,
    CursorPages,
    Events,
    Json,
    Operation,
    PageOperation,
    Resource,
    SwitchOperation,
    omit,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, Literal, Unpack

    from .. import params
    from .._runtime import AsyncPage, AsyncStream, Omit, Page, RequestOptions, Stream

_LIST: PageOperation[models.ChatSummaryOut, models.ChatPage] = PageOperation(
    "GET",
    "/v1/chats",
    {"200": {"application/json": lambda: models.ChatPage}},
    pages=CursorPages(items="items", cursor="cursor", next="nextCursor", more="hasMore"),
)
_CREATE_OR_CONTINUE: SwitchOperation[
    models.ChatResponse, models.CreateOrContinueChatEvent | models.UIMessagePart
] = SwitchOperation(
    "POST",
    "/v1/chats",
    {
        "200": {"text/event-stream": lambda: models.CreateOrContinueChatEvent},
        "201": {"application/json": lambda: models.ChatResponse},
    },
    errors={"402": {"application/problem+json": lambda: models.ProblemDetails}},
    headers={
        "200": {
            "X-RateLimit-Limit": lambda: int,
            "X-RateLimit-Remaining": lambda: int,
            "X-RateLimit-Reset": lambda: int,
        },
    },
    events=Events(
        lambda: models.CreateOrContinueChatEvent,
        terminator="[DONE]",
        by_header={"X-Stream-Format": {"ai-sdk": lambda: models.UIMessagePart}},
    ),
)
_GET: Operation[models.ChatOut] = Operation(
    "GET", "/v1/chats/{chat_id}", {"200": {"application/json": lambda: models.ChatOut}}
)
_UPDATE: Operation[models.ChatOut] = Operation(
    "PATCH",
    "/v1/chats/{chat_id}",
    {"200": {"application/json": lambda: models.ChatOut}},
    idempotency_header="Idempotency-Key",
)
_DELETE: Operation[None] = Operation("DELETE", "/v1/chats/{chat_id}", {"204": {}})


class Chats(Resource):
    """Ask a model for an answer, streamed or in one piece, and manage the conversations that are
    kept.
    """

    def list(
        self,
        *,
        expand: Sequence[str] | None | Omit = omit,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.ChatSummaryOut, models.ChatPage]:
        """List your chats.

        Only chats that belong to the authenticated user are returned.

        Args:
            expand: Names of related objects to embed in the answer. Send the parameter once per
                name.
            limit: The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            Chats of the requested page. Iterating over it goes through the items of all pages.
            `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            for chat in client.chats.list(): ...
        """
        return self._paginate(
            _LIST, query={"expand[]": expand, "limit": limit, "cursor": cursor}, options=options
        )

    @overload
    def create_or_continue(
        self,
        *,
        messages: Sequence[models.MessageCreate | params.MessageCreateParam],
        x_stream_format: Literal["ai-sdk"] | Omit = omit,
        chat_id: str | None | Omit = omit,
        model_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        ephemeral: bool | Omit = omit,
        stream: Literal[False] | Omit = omit,
        max_tokens: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        response_format: Mapping[str, Any] | None | Omit = omit,
        enable_reasoning: bool | Omit = omit,
        reasoning_budget: int | None | Omit = omit,
        tools: Sequence[models.ToolSchema | params.ToolSchemaParam] | None | Omit = omit,
        tool_choice: str | Mapping[str, Any] | None | Omit = omit,
        parallel_tool_calls: bool | None | Omit = omit,
        enable_artifacts: bool | Omit = omit,
        fetch_urls: bool | Omit = omit,
        file_ids: Sequence[str] | None | Omit = omit,
        use_vlm_rag: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ChatResponse: ...

    @overload
    def create_or_continue(
        self,
        *,
        messages: Sequence[models.MessageCreate | params.MessageCreateParam],
        x_stream_format: Literal["ai-sdk"],
        chat_id: str | None | Omit = omit,
        model_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        ephemeral: bool | Omit = omit,
        stream: Literal[True],
        max_tokens: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        response_format: Mapping[str, Any] | None | Omit = omit,
        enable_reasoning: bool | Omit = omit,
        reasoning_budget: int | None | Omit = omit,
        tools: Sequence[models.ToolSchema | params.ToolSchemaParam] | None | Omit = omit,
        tool_choice: str | Mapping[str, Any] | None | Omit = omit,
        parallel_tool_calls: bool | None | Omit = omit,
        enable_artifacts: bool | Omit = omit,
        fetch_urls: bool | Omit = omit,
        file_ids: Sequence[str] | None | Omit = omit,
        use_vlm_rag: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Stream[models.UIMessagePart]: ...

    @overload
    def create_or_continue(
        self,
        *,
        messages: Sequence[models.MessageCreate | params.MessageCreateParam],
        x_stream_format: Omit = omit,
        chat_id: str | None | Omit = omit,
        model_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        ephemeral: bool | Omit = omit,
        stream: Literal[True],
        max_tokens: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        response_format: Mapping[str, Any] | None | Omit = omit,
        enable_reasoning: bool | Omit = omit,
        reasoning_budget: int | None | Omit = omit,
        tools: Sequence[models.ToolSchema | params.ToolSchemaParam] | None | Omit = omit,
        tool_choice: str | Mapping[str, Any] | None | Omit = omit,
        parallel_tool_calls: bool | None | Omit = omit,
        enable_artifacts: bool | Omit = omit,
        fetch_urls: bool | Omit = omit,
        file_ids: Sequence[str] | None | Omit = omit,
        use_vlm_rag: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Stream[models.CreateOrContinueChatEvent]: ...

    @overload
    def create_or_continue(
        self,
        *,
        messages: Sequence[models.MessageCreate | params.MessageCreateParam],
        x_stream_format: Omit = omit,
        chat_id: str | None | Omit = omit,
        model_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        ephemeral: bool | Omit = omit,
        stream: bool | Omit = omit,
        max_tokens: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        response_format: Mapping[str, Any] | None | Omit = omit,
        enable_reasoning: bool | Omit = omit,
        reasoning_budget: int | None | Omit = omit,
        tools: Sequence[models.ToolSchema | params.ToolSchemaParam] | None | Omit = omit,
        tool_choice: str | Mapping[str, Any] | None | Omit = omit,
        parallel_tool_calls: bool | None | Omit = omit,
        enable_artifacts: bool | Omit = omit,
        fetch_urls: bool | Omit = omit,
        file_ids: Sequence[str] | None | Omit = omit,
        use_vlm_rag: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ChatResponse | Stream[models.CreateOrContinueChatEvent]: ...

    @overload
    def create_or_continue(
        self,
        *,
        messages: Sequence[models.MessageCreate | params.MessageCreateParam],
        x_stream_format: Literal["ai-sdk"] | Omit = omit,
        chat_id: str | None | Omit = omit,
        model_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        ephemeral: bool | Omit = omit,
        stream: bool | Omit = omit,
        max_tokens: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        response_format: Mapping[str, Any] | None | Omit = omit,
        enable_reasoning: bool | Omit = omit,
        reasoning_budget: int | None | Omit = omit,
        tools: Sequence[models.ToolSchema | params.ToolSchemaParam] | None | Omit = omit,
        tool_choice: str | Mapping[str, Any] | None | Omit = omit,
        parallel_tool_calls: bool | None | Omit = omit,
        enable_artifacts: bool | Omit = omit,
        fetch_urls: bool | Omit = omit,
        file_ids: Sequence[str] | None | Omit = omit,
        use_vlm_rag: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ChatResponse | Stream[models.CreateOrContinueChatEvent | models.UIMessagePart]: ...

    def create_or_continue(
        self,
        *,
        messages: Sequence[models.MessageCreate | params.MessageCreateParam],
        x_stream_format: Literal["ai-sdk"] | Omit = omit,
        chat_id: str | None | Omit = omit,
        model_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        ephemeral: bool | Omit = omit,
        stream: bool | Omit = omit,
        max_tokens: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        response_format: Mapping[str, Any] | None | Omit = omit,
        enable_reasoning: bool | Omit = omit,
        reasoning_budget: int | None | Omit = omit,
        tools: Sequence[models.ToolSchema | params.ToolSchemaParam] | None | Omit = omit,
        tool_choice: str | Mapping[str, Any] | None | Omit = omit,
        parallel_tool_calls: bool | None | Omit = omit,
        enable_artifacts: bool | Omit = omit,
        fetch_urls: bool | Omit = omit,
        file_ids: Sequence[str] | None | Omit = omit,
        use_vlm_rag: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ChatResponse | Stream[models.CreateOrContinueChatEvent | models.UIMessagePart]:
        """Ask a model for an answer.

        Opens a new chat or, given `chat_id`, adds to an existing one, and has the model write
        the next assistant message. The conversation is saved on the server.

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
            messages: New messages for the model; one or more.
            x_stream_format: Event format wanted when streaming. Send `ai-sdk` for the Vercel AI SDK
                UI message stream protocol, or omit the header to get plain chunks.
            chat_id: Existing chat to add to. A new chat is opened when omitted.
            model_id: The `id` of a model, as listed by `/v1/models`. May be omitted when `chat_id`
                is given: that chat's model is then used.
            system_prompt: System prompt to apply to this request.
            ephemeral: Opens a temporary chat, for example for testing, that the server removes on
                its own. The server's default is False.
            stream: Return server-sent events instead of one JSON body. The server's default is
                False.
            max_tokens: Upper bound on tokens in the answer.
            temperature: Randomness of sampling between 0 and 2. Low values make answers close to
                repeatable; from roughly 0.7 upwards they differ noticeably. Each provider has its
                own default.
            response_format: Requests structured output by way of `json_schema`; what the model
                returns matches the JSON Schema supplied.
            enable_reasoning: Has a reasoning-capable model show how it reasons. These tokens are
                charged separately and may be expensive. The server's default is False.
            reasoning_budget: Upper bound on reasoning tokens, ignored unless `enable_reasoning` is
                true. Defaults to 10000 or to what the provider sets.
            tools: Tools offered to the model. The provider receives them as they are, and executing
                a call is the client's job.
            tool_choice: Leaves the choice to the model (`auto`), forbids tools (`none`), demands
                one (`required`), or, as an object, says which.
            parallel_tool_calls: Permit more than one tool call per turn. Support varies by
                provider; on by default.
            enable_artifacts: Allow the model to write documents of their own, such as reports,
                code, HTML or diagrams. Requires `stream: true`; the tools needed are provided by
                the server. The server's default is False.
            fetch_urls: Have the server load URLs that appear in user messages and pass their
                content on. The model is told about any that fail. The server's default is True.
            file_ids: Uploaded files to link to the chat beforehand, so that they can be searched.
                Until their vectors exist the plain extracted text is used.
            use_vlm_rag: Decides if `image_ocr` chunks found by retrieval bring their source images
                along: true always, false never, null as the server decides from the model's vision
                support and its own settings. Images are charged as input tokens.

        Returns:
            Server-sent events, given when the request had `stream: true`. One event is a single
            `data:` line with a chunk as JSON plus an empty line. `finished: true` and `usage` come
            with the final chunk, and `data: [DONE]` ends the stream. Answer in one piece, given
            when the request had `stream: false`.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PaymentRequiredError: There are not enough credits.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            with client.chats.create_or_continue(
                messages=[{"role": "user", "content": "What is the weather in San Francisco?"}],
                stream=True,
            ) as stream: ...
        """
        return self._call_or_stream(
            _CREATE_OR_CONTINUE,
            stream=bool(stream),
            headers={"X-Stream-Format": x_stream_format},
            body=Json(
                {
                    "messages": messages,
                    "chatId": chat_id,
                    "modelId": model_id,
                    "system_prompt": system_prompt,
                    "ephemeral": ephemeral,
                    "stream": stream,
                    "maxTokens": max_tokens,
                    "temperature": temperature,
                    "responseFormat": response_format,
                    "enableReasoning": enable_reasoning,
                    "reasoningBudget": reasoning_budget,
                    "tools": tools,
                    "toolChoice": tool_choice,
                    "parallelToolCalls": parallel_tool_calls,
                    "enableArtifacts": enable_artifacts,
                    "fetchUrls": fetch_urls,
                    "fileIds": file_ids,
                    "useVlmRag": use_vlm_rag,
                }
            ),
            options=options,
        )

    def get(
        self,
        chat_id: str,
        *,
        expand: Sequence[str] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ChatOut:
        """Get a chat.

        Includes the messages. After a dropped stream, poll this to find out whether the answer
        is complete.

        Args:
            chat_id: Identifies the chat.
            expand: Names of related objects to embed in the answer. Send the parameter once per
                name.

        Returns:
            Chat with that id.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            chat = client.chats.get("chat_abc123")
        """
        return self._call(
            _GET, path={"chat_id": chat_id}, query={"expand[]": expand}, options=options
        )

    def update(
        self,
        chat_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        title: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        metadata: Any = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ChatOut:
        """Update a chat.

        The title, the system prompt and the metadata can be set; everything else is fixed.

        Args:
            chat_id: Identifies the chat.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            title: Title to set.
            system_prompt: System prompt to set.

        Returns:
            Chat with its new values.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            chat = client.chats.update("chat_abc123", title="Updated Support Chat")
        """
        return self._call(
            _UPDATE,
            path={"chat_id": chat_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"title": title, "systemPrompt": system_prompt, "metadata": metadata}),
            options=options,
        )

    def delete(self, chat_id: str, **options: Unpack[RequestOptions]) -> None:
        """Delete a chat.

        The chat is marked as deleted (`deletedAt`, `deletedBy`) rather than erased.

        Args:
            chat_id: Identifies the chat.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            client.chats.delete("chat_abc123")
        """
        return self._call(_DELETE, path={"chat_id": chat_id}, options=options)


class AsyncChats(AsyncResource):
    """Ask a model for an answer, streamed or in one piece, and manage the conversations that are
    kept.
    """

    def list(
        self,
        *,
        expand: Sequence[str] | None | Omit = omit,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.ChatSummaryOut, models.ChatPage]:
        """List your chats.

        Only chats that belong to the authenticated user are returned.

        Args:
            expand: Names of related objects to embed in the answer. Send the parameter once per
                name.
            limit: The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            Chats of the requested page. Iterating over it goes through the items of all pages.
            `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            async for chat in client.chats.list(): ...
        """
        return self._paginate(
            _LIST, query={"expand[]": expand, "limit": limit, "cursor": cursor}, options=options
        )

    @overload
    async def create_or_continue(
        self,
        *,
        messages: Sequence[models.MessageCreate | params.MessageCreateParam],
        x_stream_format: Literal["ai-sdk"] | Omit = omit,
        chat_id: str | None | Omit = omit,
        model_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        ephemeral: bool | Omit = omit,
        stream: Literal[False] | Omit = omit,
        max_tokens: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        response_format: Mapping[str, Any] | None | Omit = omit,
        enable_reasoning: bool | Omit = omit,
        reasoning_budget: int | None | Omit = omit,
        tools: Sequence[models.ToolSchema | params.ToolSchemaParam] | None | Omit = omit,
        tool_choice: str | Mapping[str, Any] | None | Omit = omit,
        parallel_tool_calls: bool | None | Omit = omit,
        enable_artifacts: bool | Omit = omit,
        fetch_urls: bool | Omit = omit,
        file_ids: Sequence[str] | None | Omit = omit,
        use_vlm_rag: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ChatResponse: ...

    @overload
    async def create_or_continue(
        self,
        *,
        messages: Sequence[models.MessageCreate | params.MessageCreateParam],
        x_stream_format: Literal["ai-sdk"],
        chat_id: str | None | Omit = omit,
        model_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        ephemeral: bool | Omit = omit,
        stream: Literal[True],
        max_tokens: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        response_format: Mapping[str, Any] | None | Omit = omit,
        enable_reasoning: bool | Omit = omit,
        reasoning_budget: int | None | Omit = omit,
        tools: Sequence[models.ToolSchema | params.ToolSchemaParam] | None | Omit = omit,
        tool_choice: str | Mapping[str, Any] | None | Omit = omit,
        parallel_tool_calls: bool | None | Omit = omit,
        enable_artifacts: bool | Omit = omit,
        fetch_urls: bool | Omit = omit,
        file_ids: Sequence[str] | None | Omit = omit,
        use_vlm_rag: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncStream[models.UIMessagePart]: ...

    @overload
    async def create_or_continue(
        self,
        *,
        messages: Sequence[models.MessageCreate | params.MessageCreateParam],
        x_stream_format: Omit = omit,
        chat_id: str | None | Omit = omit,
        model_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        ephemeral: bool | Omit = omit,
        stream: Literal[True],
        max_tokens: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        response_format: Mapping[str, Any] | None | Omit = omit,
        enable_reasoning: bool | Omit = omit,
        reasoning_budget: int | None | Omit = omit,
        tools: Sequence[models.ToolSchema | params.ToolSchemaParam] | None | Omit = omit,
        tool_choice: str | Mapping[str, Any] | None | Omit = omit,
        parallel_tool_calls: bool | None | Omit = omit,
        enable_artifacts: bool | Omit = omit,
        fetch_urls: bool | Omit = omit,
        file_ids: Sequence[str] | None | Omit = omit,
        use_vlm_rag: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncStream[models.CreateOrContinueChatEvent]: ...

    @overload
    async def create_or_continue(
        self,
        *,
        messages: Sequence[models.MessageCreate | params.MessageCreateParam],
        x_stream_format: Omit = omit,
        chat_id: str | None | Omit = omit,
        model_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        ephemeral: bool | Omit = omit,
        stream: bool | Omit = omit,
        max_tokens: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        response_format: Mapping[str, Any] | None | Omit = omit,
        enable_reasoning: bool | Omit = omit,
        reasoning_budget: int | None | Omit = omit,
        tools: Sequence[models.ToolSchema | params.ToolSchemaParam] | None | Omit = omit,
        tool_choice: str | Mapping[str, Any] | None | Omit = omit,
        parallel_tool_calls: bool | None | Omit = omit,
        enable_artifacts: bool | Omit = omit,
        fetch_urls: bool | Omit = omit,
        file_ids: Sequence[str] | None | Omit = omit,
        use_vlm_rag: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ChatResponse | AsyncStream[models.CreateOrContinueChatEvent]: ...

    @overload
    async def create_or_continue(
        self,
        *,
        messages: Sequence[models.MessageCreate | params.MessageCreateParam],
        x_stream_format: Literal["ai-sdk"] | Omit = omit,
        chat_id: str | None | Omit = omit,
        model_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        ephemeral: bool | Omit = omit,
        stream: bool | Omit = omit,
        max_tokens: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        response_format: Mapping[str, Any] | None | Omit = omit,
        enable_reasoning: bool | Omit = omit,
        reasoning_budget: int | None | Omit = omit,
        tools: Sequence[models.ToolSchema | params.ToolSchemaParam] | None | Omit = omit,
        tool_choice: str | Mapping[str, Any] | None | Omit = omit,
        parallel_tool_calls: bool | None | Omit = omit,
        enable_artifacts: bool | Omit = omit,
        fetch_urls: bool | Omit = omit,
        file_ids: Sequence[str] | None | Omit = omit,
        use_vlm_rag: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> (
        models.ChatResponse | AsyncStream[models.CreateOrContinueChatEvent | models.UIMessagePart]
    ): ...

    async def create_or_continue(
        self,
        *,
        messages: Sequence[models.MessageCreate | params.MessageCreateParam],
        x_stream_format: Literal["ai-sdk"] | Omit = omit,
        chat_id: str | None | Omit = omit,
        model_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        ephemeral: bool | Omit = omit,
        stream: bool | Omit = omit,
        max_tokens: int | None | Omit = omit,
        temperature: float | None | Omit = omit,
        response_format: Mapping[str, Any] | None | Omit = omit,
        enable_reasoning: bool | Omit = omit,
        reasoning_budget: int | None | Omit = omit,
        tools: Sequence[models.ToolSchema | params.ToolSchemaParam] | None | Omit = omit,
        tool_choice: str | Mapping[str, Any] | None | Omit = omit,
        parallel_tool_calls: bool | None | Omit = omit,
        enable_artifacts: bool | Omit = omit,
        fetch_urls: bool | Omit = omit,
        file_ids: Sequence[str] | None | Omit = omit,
        use_vlm_rag: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ChatResponse | AsyncStream[models.CreateOrContinueChatEvent | models.UIMessagePart]:
        """Ask a model for an answer.

        Opens a new chat or, given `chat_id`, adds to an existing one, and has the model write
        the next assistant message. The conversation is saved on the server.

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
            messages: New messages for the model; one or more.
            x_stream_format: Event format wanted when streaming. Send `ai-sdk` for the Vercel AI SDK
                UI message stream protocol, or omit the header to get plain chunks.
            chat_id: Existing chat to add to. A new chat is opened when omitted.
            model_id: The `id` of a model, as listed by `/v1/models`. May be omitted when `chat_id`
                is given: that chat's model is then used.
            system_prompt: System prompt to apply to this request.
            ephemeral: Opens a temporary chat, for example for testing, that the server removes on
                its own. The server's default is False.
            stream: Return server-sent events instead of one JSON body. The server's default is
                False.
            max_tokens: Upper bound on tokens in the answer.
            temperature: Randomness of sampling between 0 and 2. Low values make answers close to
                repeatable; from roughly 0.7 upwards they differ noticeably. Each provider has its
                own default.
            response_format: Requests structured output by way of `json_schema`; what the model
                returns matches the JSON Schema supplied.
            enable_reasoning: Has a reasoning-capable model show how it reasons. These tokens are
                charged separately and may be expensive. The server's default is False.
            reasoning_budget: Upper bound on reasoning tokens, ignored unless `enable_reasoning` is
                true. Defaults to 10000 or to what the provider sets.
            tools: Tools offered to the model. The provider receives them as they are, and executing
                a call is the client's job.
            tool_choice: Leaves the choice to the model (`auto`), forbids tools (`none`), demands
                one (`required`), or, as an object, says which.
            parallel_tool_calls: Permit more than one tool call per turn. Support varies by
                provider; on by default.
            enable_artifacts: Allow the model to write documents of their own, such as reports,
                code, HTML or diagrams. Requires `stream: true`; the tools needed are provided by
                the server. The server's default is False.
            fetch_urls: Have the server load URLs that appear in user messages and pass their
                content on. The model is told about any that fail. The server's default is True.
            file_ids: Uploaded files to link to the chat beforehand, so that they can be searched.
                Until their vectors exist the plain extracted text is used.
            use_vlm_rag: Decides if `image_ocr` chunks found by retrieval bring their source images
                along: true always, false never, null as the server decides from the model's vision
                support and its own settings. Images are charged as input tokens.

        Returns:
            Server-sent events, given when the request had `stream: true`. One event is a single
            `data:` line with a chunk as JSON plus an empty line. `finished: true` and `usage` come
            with the final chunk, and `data: [DONE]` ends the stream. Answer in one piece, given
            when the request had `stream: false`.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PaymentRequiredError: There are not enough credits.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            async with await client.chats.create_or_continue(
                messages=[{"role": "user", "content": "What is the weather in San Francisco?"}],
                stream=True,
            ) as stream: ...
        """
        return await self._call_or_stream(
            _CREATE_OR_CONTINUE,
            stream=bool(stream),
            headers={"X-Stream-Format": x_stream_format},
            body=Json(
                {
                    "messages": messages,
                    "chatId": chat_id,
                    "modelId": model_id,
                    "system_prompt": system_prompt,
                    "ephemeral": ephemeral,
                    "stream": stream,
                    "maxTokens": max_tokens,
                    "temperature": temperature,
                    "responseFormat": response_format,
                    "enableReasoning": enable_reasoning,
                    "reasoningBudget": reasoning_budget,
                    "tools": tools,
                    "toolChoice": tool_choice,
                    "parallelToolCalls": parallel_tool_calls,
                    "enableArtifacts": enable_artifacts,
                    "fetchUrls": fetch_urls,
                    "fileIds": file_ids,
                    "useVlmRag": use_vlm_rag,
                }
            ),
            options=options,
        )

    async def get(
        self,
        chat_id: str,
        *,
        expand: Sequence[str] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ChatOut:
        """Get a chat.

        Includes the messages. After a dropped stream, poll this to find out whether the answer
        is complete.

        Args:
            chat_id: Identifies the chat.
            expand: Names of related objects to embed in the answer. Send the parameter once per
                name.

        Returns:
            Chat with that id.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            chat = await client.chats.get("chat_abc123")
        """
        return await self._call(
            _GET, path={"chat_id": chat_id}, query={"expand[]": expand}, options=options
        )

    async def update(
        self,
        chat_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        title: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        metadata: Any = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ChatOut:
        """Update a chat.

        The title, the system prompt and the metadata can be set; everything else is fixed.

        Args:
            chat_id: Identifies the chat.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            title: Title to set.
            system_prompt: System prompt to set.

        Returns:
            Chat with its new values.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            chat = await client.chats.update("chat_abc123", title="Updated Support Chat")
        """
        return await self._call(
            _UPDATE,
            path={"chat_id": chat_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"title": title, "systemPrompt": system_prompt, "metadata": metadata}),
            options=options,
        )

    async def delete(self, chat_id: str, **options: Unpack[RequestOptions]) -> None:
        """Delete a chat.

        The chat is marked as deleted (`deletedAt`, `deletedBy`) rather than erased.

        Args:
            chat_id: Identifies the chat.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            await client.chats.delete("chat_abc123")
        """
        return await self._call(_DELETE, path={"chat_id": chat_id}, options=options)
