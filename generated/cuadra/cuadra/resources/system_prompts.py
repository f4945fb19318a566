# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, CursorPages, Json, Operation, PageOperation, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .. import params
    from .._runtime import AsyncPage, Omit, Page, RequestOptions
    from .system_prompt_particles import AsyncSystemPromptParticles, SystemPromptParticles

_LIST: PageOperation[models.SystemPromptOut, models.SystemPromptPage] = PageOperation(
    "GET",
    "/v1/system-prompts",
    {"200": {"application/json": lambda: models.SystemPromptPage}},
    pages=CursorPages(items="items", cursor="cursor", next="nextCursor", more="hasMore"),
)
_CREATE: Operation[models.SystemPromptOut] = Operation(
    "POST",
    "/v1/system-prompts",
    {"201": {"application/json": lambda: models.SystemPromptOut}},
    idempotency_header="Idempotency-Key",
)
_GET: Operation[models.SystemPromptOut] = Operation(
    "GET",
    "/v1/system-prompts/{system_prompt_id}",
    {"200": {"application/json": lambda: models.SystemPromptOut}},
)
_UPDATE: Operation[models.SystemPromptOut] = Operation(
    "PUT",
    "/v1/system-prompts/{system_prompt_id}",
    {"200": {"application/json": lambda: models.SystemPromptOut}},
    idempotency_header="Idempotency-Key",
)
_DELETE: Operation[None] = Operation(
    "DELETE",
    "/v1/system-prompts/{system_prompt_id}",
    {"204": {}},
    idempotency_header="Idempotency-Key",
)
_COPY: Operation[models.SystemPromptOut] = Operation(
    "POST",
    "/v1/system-prompts/{system_prompt_id}/copy",
    {"201": {"application/json": lambda: models.SystemPromptOut}},
    idempotency_header="Idempotency-Key",
)
_COMPOSE: Operation[models.ComposedSystemPromptOut] = Operation(
    "GET",
    "/v1/system-prompts/{system_prompt_id}/compose",
    {"200": {"application/json": lambda: models.ComposedSystemPromptOut}},
)


class SystemPrompts(Resource):
    """Complete prompts assembled from particles in a chosen order; each particle can be held at a
    fixed version.
    """

    @cached_property
    def particles(self) -> SystemPromptParticles:
        """Operations on particles of system prompts."""
        from .system_prompt_particles import SystemPromptParticles

        return SystemPromptParticles(self._client)

    def list(
        self,
        *,
        enabled: bool | Omit = omit,
        is_system: bool | None | Omit = omit,
        expand: Sequence[str] | None | Omit = omit,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.SystemPromptOut, models.SystemPromptPage]:
        """List system prompts.

        Returns either the prompts of your organization (the default) or, if `is_system` is true,
        the templates that can be copied.

        Args:
            enabled: When true, disabled system prompts are left out. The server's default is True.
            is_system: Set to true for the templates alone. Otherwise the list holds the
                organization's prompts alone.
            expand: Names of fields to embed, for example `particles`. Send the parameter once per
                name.
            limit: Page size at most. The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            System prompts of the requested page. Iterating over it goes through the items of all
            pages. `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            for system_prompt in client.system_prompts.list(): ...
        """
        return self._paginate(
            _LIST,
            query={
                "enabled": enabled,
                "isSystem": is_system,
                "expand[]": expand,
                "limit": limit,
                "cursor": cursor,
            },
            options=options,
        )

    def create(
        self,
        *,
        name: str,
        idempotency_key: str | None | Omit = omit,
        description: str | None | Omit = omit,
        enabled: bool | Omit = omit,
        particles: (
            Sequence[models.SystemPromptParticleAdd | params.SystemPromptParticleAddParam]
            | None
            | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> models.SystemPromptOut:
        """Create a system prompt.

        Particles can be given right away or added afterwards.

        Args:
            name: System prompt name.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            description: What the system prompt is meant for.
            enabled: False takes the system prompt out of use. The server's default is True.
            particles: Initial particles.

        Returns:
            System prompt that was created.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            system_prompt = client.system_prompts.create(name="Atlas")
        """
        return self._call(
            _CREATE,
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {
                    "name": name,
                    "description": description,
                    "enabled": enabled,
                    "particles": particles,
                }
            ),
            options=options,
        )

    def get(
        self,
        system_prompt_id: str,
        *,
        expand: Sequence[str] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.SystemPromptOut:
        """Get a system prompt.

        Looks one system prompt up by its id; `expand[]=particles` adds its particles.

        Args:
            system_prompt_id: Identifies the system prompt.
            expand: Names of fields to embed, for example `particles`. Send the parameter once per
                name.

        Returns:
            System prompt with that id.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            system_prompt = client.system_prompts.get("prompt_123")
        """
        return self._call(
            _GET,
            path={"system_prompt_id": system_prompt_id},
            query={"expand[]": expand},
            options=options,
        )

    def update(
        self,
        system_prompt_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        name: str | None | Omit = omit,
        description: str | None | Omit = omit,
        enabled: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.SystemPromptOut:
        """Update a system prompt.

        Sets the name or description, or enables and disables the prompt. Its particles have
        operations of their own.

        Args:
            system_prompt_id: Identifies the system prompt.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            name: Name to set.
            description: Description to set.
            enabled: True to enable, false to disable.

        Returns:
            System prompt with its new values.

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
            system_prompt = client.system_prompts.update("prompt_123", name="Atlas")
        """
        return self._call(
            _UPDATE,
            path={"system_prompt_id": system_prompt_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"name": name, "description": description, "enabled": enabled}),
            options=options,
        )

    def delete(
        self,
        system_prompt_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete a system prompt.

        The prompt is marked as deleted rather than erased.

        Args:
            system_prompt_id: Identifies the system prompt.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            client.system_prompts.delete("prompt_123")
        """
        return self._call(
            _DELETE,
            path={"system_prompt_id": system_prompt_id},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )

    def copy(
        self,
        system_prompt_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        name: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.SystemPromptOut:
        """Copy a system prompt.

        Gives your organization an editable copy, usually of a template. Particles are shared
        with the original, not duplicated.

        Args:
            system_prompt_id: Identifies the original.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            name: How to call the copy; `Copy of {original}` when omitted.

        Returns:
            Copy that was created.

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
            system_prompt = client.system_prompts.copy("prompt_123", name="Atlas")
        """
        return self._call(
            _COPY,
            path={"system_prompt_id": system_prompt_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"name": name}, optional=True),
            options=options,
        )

    def compose(
        self, system_prompt_id: str, **options: Unpack[RequestOptions]
    ) -> models.ComposedSystemPromptOut:
        """Compose a system prompt.

        Joins the texts of all particles into one prompt: categories come in their fixed
        sequence, and within a category `order` decides.

        Args:
            system_prompt_id: Identifies the system prompt.

        Returns:
            Joins the texts of all particles: categories come in their fixed sequence, and within a
            category `order` decides.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            system_prompt = client.system_prompts.compose("prompt_123")
        """
        return self._call(_COMPOSE, path={"system_prompt_id": system_prompt_id}, options=options)


class AsyncSystemPrompts(AsyncResource):
    """Complete prompts assembled from particles in a chosen order; each particle can be held at a
    fixed version.
    """

    @cached_property
    def particles(self) -> AsyncSystemPromptParticles:
        """Operations on particles of system prompts."""
        from .system_prompt_particles import AsyncSystemPromptParticles

        return AsyncSystemPromptParticles(self._client)

    def list(
        self,
        *,
        enabled: bool | Omit = omit,
        is_system: bool | None | Omit = omit,
        expand: Sequence[str] | None | Omit = omit,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.SystemPromptOut, models.SystemPromptPage]:
        """List system prompts.

        Returns either the prompts of your organization (the default) or, if `is_system` is true,
        the templates that can be copied.

        Args:
            enabled: When true, disabled system prompts are left out. The server's default is True.
            is_system: Set to true for the templates alone. Otherwise the list holds the
                organization's prompts alone.
            expand: Names of fields to embed, for example `particles`. Send the parameter once per
                name.
            limit: Page size at most. The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            System prompts of the requested page. Iterating over it goes through the items of all
            pages. `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            async for system_prompt in client.system_prompts.list(): ...
        """
        return self._paginate(
            _LIST,
            query={
                "enabled": enabled,
                "isSystem": is_system,
                "expand[]": expand,
                "limit": limit,
                "cursor": cursor,
            },
            options=options,
        )

    async def create(
        self,
        *,
        name: str,
        idempotency_key: str | None | Omit = omit,
        description: str | None | Omit = omit,
        enabled: bool | Omit = omit,
        particles: (
            Sequence[models.SystemPromptParticleAdd | params.SystemPromptParticleAddParam]
            | None
            | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> models.SystemPromptOut:
        """Create a system prompt.

        Particles can be given right away or added afterwards.

        Args:
            name: System prompt name.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            description: What the system prompt is meant for.
            enabled: False takes the system prompt out of use. The server's default is True.
            particles: Initial particles.

        Returns:
            System prompt that was created.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            system_prompt = await client.system_prompts.create(name="Atlas")
        """
        return await self._call(
            _CREATE,
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {
                    "name": name,
                    "description": description,
                    "enabled": enabled,
                    "particles": particles,
                }
            ),
            options=options,
        )

    async def get(
        self,
        system_prompt_id: str,
        *,
        expand: Sequence[str] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.SystemPromptOut:
        """Get a system prompt.

        Looks one system prompt up by its id; `expand[]=particles` adds its particles.

        Args:
            system_prompt_id: Identifies the system prompt.
            expand: Names of fields to embed, for example `particles`. Send the parameter once per
                name.

        Returns:
            System prompt with that id.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            system_prompt = await client.system_prompts.get("prompt_123")
        """
        return await self._call(
            _GET,
            path={"system_prompt_id": system_prompt_id},
            query={"expand[]": expand},
            options=options,
        )

    async def update(
        self,
        system_prompt_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        name: str | None | Omit = omit,
        description: str | None | Omit = omit,
        enabled: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.SystemPromptOut:
        """Update a system prompt.

        Sets the name or description, or enables and disables the prompt. Its particles have
        operations of their own.

        Args:
            system_prompt_id: Identifies the system prompt.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            name: Name to set.
            description: Description to set.
            enabled: True to enable, false to disable.

        Returns:
            System prompt with its new values.

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
            system_prompt = await client.system_prompts.update("prompt_123", name="Atlas")
        """
        return await self._call(
            _UPDATE,
            path={"system_prompt_id": system_prompt_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"name": name, "description": description, "enabled": enabled}),
            options=options,
        )

    async def delete(
        self,
        system_prompt_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete a system prompt.

        The prompt is marked as deleted rather than erased.

        Args:
            system_prompt_id: Identifies the system prompt.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            await client.system_prompts.delete("prompt_123")
        """
        return await self._call(
            _DELETE,
            path={"system_prompt_id": system_prompt_id},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )

    async def copy(
        self,
        system_prompt_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        name: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.SystemPromptOut:
        """Copy a system prompt.

        Gives your organization an editable copy, usually of a template. Particles are shared
        with the original, not duplicated.

        Args:
            system_prompt_id: Identifies the original.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            name: How to call the copy; `Copy of {original}` when omitted.

        Returns:
            Copy that was created.

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
            system_prompt = await client.system_prompts.copy("prompt_123", name="Atlas")
        """
        return await self._call(
            _COPY,
            path={"system_prompt_id": system_prompt_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"name": name}, optional=True),
            options=options,
        )

    async def compose(
        self, system_prompt_id: str, **options: Unpack[RequestOptions]
    ) -> models.ComposedSystemPromptOut:
        """Compose a system prompt.

        Joins the texts of all particles into one prompt: categories come in their fixed
        sequence, and within a category `order` decides.

        Args:
            system_prompt_id: Identifies the system prompt.

        Returns:
            Joins the texts of all particles: categories come in their fixed sequence, and within a
            category `order` decides.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            system_prompt = await client.system_prompts.compose("prompt_123")
        """
        return await self._call(
            _COMPOSE, path={"system_prompt_id": system_prompt_id}, options=options
        )
