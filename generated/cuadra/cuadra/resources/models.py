# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, CursorPages, Json, Operation, PageOperation, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Unpack

    from .._runtime import AsyncPage, Omit, Page, RequestOptions
    from .model_datasets import AsyncModelDatasets, ModelDatasets

_LIST: PageOperation[models.ModelOut, models.ModelPage] = PageOperation(
    "GET",
    "/v1/models",
    {"200": {"application/json": lambda: models.ModelPage}},
    pages=CursorPages(items="items", cursor="cursor", next="nextCursor", more="hasMore"),
)
_CREATE: Operation[models.ModelOut] = Operation(
    "POST",
    "/v1/models",
    {"201": {"application/json": lambda: models.ModelOut}},
    idempotency_header="Idempotency-Key",
)
_LIST_SYSTEM_CATALOG: PageOperation[models.ModelOut, models.ModelPage] = PageOperation(
    "GET",
    "/v1/models/catalog",
    {"200": {"application/json": lambda: models.ModelPage}},
    pages=CursorPages(items="items", cursor="cursor", next="nextCursor", more="hasMore"),
)
_GET: Operation[models.ModelOut] = Operation(
    "GET", "/v1/models/{model_id}", {"200": {"application/json": lambda: models.ModelOut}}
)
_UPDATE: Operation[models.ModelOut] = Operation(
    "PATCH", "/v1/models/{model_id}", {"200": {"application/json": lambda: models.ModelOut}}
)
_DELETE: Operation[None] = Operation("DELETE", "/v1/models/{model_id}", {"204": {}})


class Models(Resource):
    """Model configurations an organization builds on top of system models, and the datasets those
    models draw from.
    """

    @cached_property
    def datasets(self) -> ModelDatasets:
        """Operations on datasets of models."""
        from .model_datasets import ModelDatasets

        return ModelDatasets(self._client)

    def list(
        self,
        *,
        expand: Sequence[str] | None | Omit = omit,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.ModelOut, models.ModelPage]:
        """List your organization's models.

        Covers models created by the organization. For the ones supplied by Cuadra use `GET
        /v1/models/catalog`.

        Args:
            expand: Names of related objects to embed in the answer. Send the parameter once per
                name.
            limit: The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            Models of the requested page. Iterating over it goes through the items of all pages.
            `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            for model in client.models.list(): ...
        """
        return self._paginate(
            _LIST, query={"expand[]": expand, "limit": limit, "cursor": cursor}, options=options
        )

    def create(
        self,
        *,
        parent_model_id: str,
        display_name: str,
        idempotency_key: str | None | Omit = omit,
        context_window: int | None | Omit = omit,
        max_tokens_per_request: int | None | Omit = omit,
        supports_streaming: bool | Omit = omit,
        enabled: bool | Omit = omit,
        metadata: Any = omit,
        system_prompt_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ModelOut:
        """Create a model.

        Derives a new model configuration from one of the system models in the catalog.

        Args:
            parent_model_id: System model to derive from. It determines price and abilities.
            display_name: Label shown to users.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            context_window: Size of the context in tokens, counting prompt, history, tools and
                output. The parent's value applies when omitted.
            max_tokens_per_request: Upper bound on tokens in one answer. The parent's value applies
                when omitted.
            supports_streaming: Support for streamed answers. The server's default is True.
            enabled: Make the model available to the organization. The server's default is True.
            system_prompt_id: Id of the composed system prompt to apply.
            system_prompt: Literal system prompt. Takes the place of a composed one.

        Returns:
            Model that was created.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            model = client.models.create(
                parent_model_id="PARENT_MODEL_ID_FROM_CATALOG", display_name="Support Bot"
            )
        """
        return self._call(
            _CREATE,
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {
                    "parentModelId": parent_model_id,
                    "displayName": display_name,
                    "contextWindow": context_window,
                    "maxTokensPerRequest": max_tokens_per_request,
                    "supportsStreaming": supports_streaming,
                    "enabled": enabled,
                    "metadata": metadata,
                    "systemPromptId": system_prompt_id,
                    "systemPrompt": system_prompt,
                }
            ),
            options=options,
        )

    def list_system_catalog(
        self,
        *,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.ModelOut, models.ModelPage]:
        """List system models.

        These are the models Cuadra supplies, each usable as the `parentModelId` of a model of
        your own.

        Args:
            limit: The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            System models of the requested page. Iterating over it goes through the items of all
            pages. `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            for model in client.models.list_system_catalog(): ...
        """
        return self._paginate(
            _LIST_SYSTEM_CATALOG, query={"limit": limit, "cursor": cursor}, options=options
        )

    def get(self, model_id: str, **options: Unpack[RequestOptions]) -> models.ModelOut:
        """Get a model.

        Looks one model up by its id.

        Args:
            model_id: Identifies the model.

        Returns:
            Model with that id.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            model = client.models.get("550e8400-e29b-41d4-a716-446655440000")
        """
        return self._call(_GET, path={"model_id": model_id}, options=options)

    def update(
        self,
        model_id: str,
        *,
        display_name: str | None | Omit = omit,
        context_window: int | None | Omit = omit,
        max_tokens_per_request: int | None | Omit = omit,
        supports_streaming: bool | None | Omit = omit,
        enabled: bool | None | Omit = omit,
        metadata: Any = omit,
        system_prompt_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        parent_model_id: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ModelOut:
        """Update a model.

        Only models owned by the organization can be modified; system models are read-only.

        Args:
            model_id: Identifies the model.
            display_name: Name to set.
            context_window: Context size to set, in tokens.
            max_tokens_per_request: Upper bound on answer tokens to set.
            supports_streaming: Support for streaming to set.
            enabled: True to enable, false to disable.
            system_prompt_id: Id of the composed system prompt to switch to.
            system_prompt: Literal system prompt to set.
            parent_model_id: System model to derive from instead; this switches the provider.

        Returns:
            Model with its new values.

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
            model = client.models.update(
                "550e8400-e29b-41d4-a716-446655440000", display_name="Updated large-model Model"
            )
        """
        return self._call(
            _UPDATE,
            path={"model_id": model_id},
            body=Json(
                {
                    "displayName": display_name,
                    "contextWindow": context_window,
                    "maxTokensPerRequest": max_tokens_per_request,
                    "supportsStreaming": supports_streaming,
                    "enabled": enabled,
                    "metadata": metadata,
                    "systemPromptId": system_prompt_id,
                    "systemPrompt": system_prompt,
                    "parentModelId": parent_model_id,
                }
            ),
            options=options,
        )

    def delete(self, model_id: str, **options: Unpack[RequestOptions]) -> None:
        """Delete a model.

        Marks one of the organization's models as deleted and retains its record for auditing.
        System models are refused.

        Args:
            model_id: Identifies the model.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            client.models.delete("550e8400-e29b-41d4-a716-446655440000")
        """
        return self._call(_DELETE, path={"model_id": model_id}, options=options)


class AsyncModels(AsyncResource):
    """Model configurations an organization builds on top of system models, and the datasets those
    models draw from.
    """

    @cached_property
    def datasets(self) -> AsyncModelDatasets:
        """Operations on datasets of models."""
        from .model_datasets import AsyncModelDatasets

        return AsyncModelDatasets(self._client)

    def list(
        self,
        *,
        expand: Sequence[str] | None | Omit = omit,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.ModelOut, models.ModelPage]:
        """List your organization's models.

        Covers models created by the organization. For the ones supplied by Cuadra use `GET
        /v1/models/catalog`.

        Args:
            expand: Names of related objects to embed in the answer. Send the parameter once per
                name.
            limit: The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            Models of the requested page. Iterating over it goes through the items of all pages.
            `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            async for model in client.models.list(): ...
        """
        return self._paginate(
            _LIST, query={"expand[]": expand, "limit": limit, "cursor": cursor}, options=options
        )

    async def create(
        self,
        *,
        parent_model_id: str,
        display_name: str,
        idempotency_key: str | None | Omit = omit,
        context_window: int | None | Omit = omit,
        max_tokens_per_request: int | None | Omit = omit,
        supports_streaming: bool | Omit = omit,
        enabled: bool | Omit = omit,
        metadata: Any = omit,
        system_prompt_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ModelOut:
        """Create a model.

        Derives a new model configuration from one of the system models in the catalog.

        Args:
            parent_model_id: System model to derive from. It determines price and abilities.
            display_name: Label shown to users.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            context_window: Size of the context in tokens, counting prompt, history, tools and
                output. The parent's value applies when omitted.
            max_tokens_per_request: Upper bound on tokens in one answer. The parent's value applies
                when omitted.
            supports_streaming: Support for streamed answers. The server's default is True.
            enabled: Make the model available to the organization. The server's default is True.
            system_prompt_id: Id of the composed system prompt to apply.
            system_prompt: Literal system prompt. Takes the place of a composed one.

        Returns:
            Model that was created.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            model = await client.models.create(
                parent_model_id="PARENT_MODEL_ID_FROM_CATALOG", display_name="Support Bot"
            )
        """
        return await self._call(
            _CREATE,
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {
                    "parentModelId": parent_model_id,
                    "displayName": display_name,
                    "contextWindow": context_window,
                    "maxTokensPerRequest": max_tokens_per_request,
                    "supportsStreaming": supports_streaming,
                    "enabled": enabled,
                    "metadata": metadata,
                    "systemPromptId": system_prompt_id,
                    "systemPrompt": system_prompt,
                }
            ),
            options=options,
        )

    def list_system_catalog(
        self,
        *,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.ModelOut, models.ModelPage]:
        """List system models.

        These are the models Cuadra supplies, each usable as the `parentModelId` of a model of
        your own.

        Args:
            limit: The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            System models of the requested page. Iterating over it goes through the items of all
            pages. `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            async for model in client.models.list_system_catalog(): ...
        """
        return self._paginate(
            _LIST_SYSTEM_CATALOG, query={"limit": limit, "cursor": cursor}, options=options
        )

    async def get(self, model_id: str, **options: Unpack[RequestOptions]) -> models.ModelOut:
        """Get a model.

        Looks one model up by its id.

        Args:
            model_id: Identifies the model.

        Returns:
            Model with that id.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            model = await client.models.get("550e8400-e29b-41d4-a716-446655440000")
        """
        return await self._call(_GET, path={"model_id": model_id}, options=options)

    async def update(
        self,
        model_id: str,
        *,
        display_name: str | None | Omit = omit,
        context_window: int | None | Omit = omit,
        max_tokens_per_request: int | None | Omit = omit,
        supports_streaming: bool | None | Omit = omit,
        enabled: bool | None | Omit = omit,
        metadata: Any = omit,
        system_prompt_id: str | None | Omit = omit,
        system_prompt: str | None | Omit = omit,
        parent_model_id: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ModelOut:
        """Update a model.

        Only models owned by the organization can be modified; system models are read-only.

        Args:
            model_id: Identifies the model.
            display_name: Name to set.
            context_window: Context size to set, in tokens.
            max_tokens_per_request: Upper bound on answer tokens to set.
            supports_streaming: Support for streaming to set.
            enabled: True to enable, false to disable.
            system_prompt_id: Id of the composed system prompt to switch to.
            system_prompt: Literal system prompt to set.
            parent_model_id: System model to derive from instead; this switches the provider.

        Returns:
            Model with its new values.

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
            model = await client.models.update(
                "550e8400-e29b-41d4-a716-446655440000", display_name="Updated large-model Model"
            )
        """
        return await self._call(
            _UPDATE,
            path={"model_id": model_id},
            body=Json(
                {
                    "displayName": display_name,
                    "contextWindow": context_window,
                    "maxTokensPerRequest": max_tokens_per_request,
                    "supportsStreaming": supports_streaming,
                    "enabled": enabled,
                    "metadata": metadata,
                    "systemPromptId": system_prompt_id,
                    "systemPrompt": system_prompt,
                    "parentModelId": parent_model_id,
                }
            ),
            options=options,
        )

    async def delete(self, model_id: str, **options: Unpack[RequestOptions]) -> None:
        """Delete a model.

        Marks one of the organization's models as deleted and retains its record for auditing.
        System models are refused.

        Args:
            model_id: Identifies the model.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            await client.models.delete("550e8400-e29b-41d4-a716-446655440000")
        """
        return await self._call(_DELETE, path={"model_id": model_id}, options=options)
