# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, CursorPages, Json, Operation, PageOperation, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime import AsyncPage, Omit, Page, RequestOptions
    from .particle_versions import AsyncParticleVersions, ParticleVersions

_LIST: PageOperation[models.ParticleOut, models.ParticlePage] = PageOperation(
    "GET",
    "/v1/particles",
    {"200": {"application/json": lambda: models.ParticlePage}},
    pages=CursorPages(items="items", cursor="cursor", next="nextCursor", more="hasMore"),
)
_CREATE: Operation[models.ParticleOut] = Operation(
    "POST",
    "/v1/particles",
    {"201": {"application/json": lambda: models.ParticleOut}},
    idempotency_header="Idempotency-Key",
)
_GET: Operation[models.ParticleOut] = Operation(
    "GET", "/v1/particles/{particle_id}", {"200": {"application/json": lambda: models.ParticleOut}}
)
_UPDATE: Operation[models.ParticleOut] = Operation(
    "PUT",
    "/v1/particles/{particle_id}",
    {"200": {"application/json": lambda: models.ParticleOut}},
    idempotency_header="Idempotency-Key",
)
_DELETE: Operation[None] = Operation(
    "DELETE", "/v1/particles/{particle_id}", {"204": {}}, idempotency_header="Idempotency-Key"
)


class Particles(Resource):
    """Prompt building blocks with a version history. Each one covers a role, tone, guardrails,
    constraints or format.
    """

    @cached_property
    def versions(self) -> ParticleVersions:
        """Operations on versions of particles."""
        from .particle_versions import ParticleVersions

        return ParticleVersions(self._client)

    def list(
        self,
        *,
        category: models.ParticleCategory | None | Omit = omit,
        enabled: bool | Omit = omit,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.ParticleOut, models.ParticlePage]:
        """List particles.

        Mixes particles of your organization with those that Cuadra provides.

        Args:
            category: Return this category only.
            enabled: When true, disabled particles are left out. The server's default is True.
            limit: Page size at most. The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            Particles of the requested page. Iterating over it goes through the items of all pages.
            `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            for particle in client.particles.list(): ...
        """
        return self._paginate(
            _LIST,
            query={"category": category, "enabled": enabled, "limit": limit, "cursor": cursor},
            options=options,
        )

    def create(
        self,
        *,
        name: str,
        category: models.ParticleCategory,
        content: str,
        idempotency_key: str | None | Omit = omit,
        description: str | None | Omit = omit,
        enabled: bool | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ParticleOut:
        """Create a particle.

        Its content becomes version 1.

        Args:
            name: Particle name.
            category: Kind of particle.
            content: Text that goes into prompts.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            description: What the particle is meant for.
            enabled: False takes the particle out of use. The server's default is True.

        Returns:
            Particle that was created.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            particle = client.particles.create(
                name="Professional Tone",
                category="tone",
                content="Maintain a professional, courteous tone in all responses.",
            )
        """
        return self._call(
            _CREATE,
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {
                    "name": name,
                    "category": category,
                    "content": content,
                    "description": description,
                    "enabled": enabled,
                }
            ),
            options=options,
        )

    def get(
        self,
        particle_id: str,
        *,
        expand: Sequence[str] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ParticleOut:
        """Get a particle.

        Returns the current version; add `expand[]=versions` for the history.

        Args:
            particle_id: Identifies the particle.
            expand: Names of fields to embed, for example `versions`. Send the parameter once per
                name.

        Returns:
            Particle with that id.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            particle = client.particles.get("particle_123")
        """
        return self._call(
            _GET, path={"particle_id": particle_id}, query={"expand[]": expand}, options=options
        )

    def update(
        self,
        particle_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        name: str | None | Omit = omit,
        description: str | None | Omit = omit,
        content: str | None | Omit = omit,
        enabled: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ParticleOut:
        """Update a particle.

        Fields left out keep their values. A change of `content` is stored as a further version,
        other changes are not. System particles are read-only.

        Args:
            particle_id: Identifies the particle.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            name: Name to set.
            description: Description to set.
            content: Text to set, stored as a further version.
            enabled: True to enable, false to disable.

        Returns:
            Particle with its new values.

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
            particle = client.particles.update("particle_123", name="Updated Tone")
        """
        return self._call(
            _UPDATE,
            path={"particle_id": particle_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {"name": name, "description": description, "content": content, "enabled": enabled}
            ),
            options=options,
        )

    def delete(
        self,
        particle_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete a particle.

        Marks the particle as deleted. Refused for system particles, and while a system prompt
        contains it.

        Args:
            particle_id: Identifies the particle.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            ConflictError: The present state rules this out: something like it exists already, or it
                is still needed elsewhere.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            client.particles.delete("particle_123")
        """
        return self._call(
            _DELETE,
            path={"particle_id": particle_id},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )


class AsyncParticles(AsyncResource):
    """Prompt building blocks with a version history. Each one covers a role, tone, guardrails,
    constraints or format.
    """

    @cached_property
    def versions(self) -> AsyncParticleVersions:
        """Operations on versions of particles."""
        from .particle_versions import AsyncParticleVersions

        return AsyncParticleVersions(self._client)

    def list(
        self,
        *,
        category: models.ParticleCategory | None | Omit = omit,
        enabled: bool | Omit = omit,
        limit: int | Omit = omit,
        cursor: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.ParticleOut, models.ParticlePage]:
        """List particles.

        Mixes particles of your organization with those that Cuadra provides.

        Args:
            category: Return this category only.
            enabled: When true, disabled particles are left out. The server's default is True.
            limit: Page size at most. The server's default is 20.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.

        Returns:
            Particles of the requested page. Iterating over it goes through the items of all pages.
            `nextCursor` of one is the `cursor` of the next.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            async for particle in client.particles.list(): ...
        """
        return self._paginate(
            _LIST,
            query={"category": category, "enabled": enabled, "limit": limit, "cursor": cursor},
            options=options,
        )

    async def create(
        self,
        *,
        name: str,
        category: models.ParticleCategory,
        content: str,
        idempotency_key: str | None | Omit = omit,
        description: str | None | Omit = omit,
        enabled: bool | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ParticleOut:
        """Create a particle.

        Its content becomes version 1.

        Args:
            name: Particle name.
            category: Kind of particle.
            content: Text that goes into prompts.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            description: What the particle is meant for.
            enabled: False takes the particle out of use. The server's default is True.

        Returns:
            Particle that was created.

        Raises:
            BadRequestError: The server cannot make sense of the request.
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            particle = await client.particles.create(
                name="Professional Tone",
                category="tone",
                content="Maintain a professional, courteous tone in all responses.",
            )
        """
        return await self._call(
            _CREATE,
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {
                    "name": name,
                    "category": category,
                    "content": content,
                    "description": description,
                    "enabled": enabled,
                }
            ),
            options=options,
        )

    async def get(
        self,
        particle_id: str,
        *,
        expand: Sequence[str] | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ParticleOut:
        """Get a particle.

        Returns the current version; add `expand[]=versions` for the history.

        Args:
            particle_id: Identifies the particle.
            expand: Names of fields to embed, for example `versions`. Send the parameter once per
                name.

        Returns:
            Particle with that id.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            particle = await client.particles.get("particle_123")
        """
        return await self._call(
            _GET, path={"particle_id": particle_id}, query={"expand[]": expand}, options=options
        )

    async def update(
        self,
        particle_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        name: str | None | Omit = omit,
        description: str | None | Omit = omit,
        content: str | None | Omit = omit,
        enabled: bool | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ParticleOut:
        """Update a particle.

        Fields left out keep their values. A change of `content` is stored as a further version,
        other changes are not. System particles are read-only.

        Args:
            particle_id: Identifies the particle.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            name: Name to set.
            description: Description to set.
            content: Text to set, stored as a further version.
            enabled: True to enable, false to disable.

        Returns:
            Particle with its new values.

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
            particle = await client.particles.update("particle_123", name="Updated Tone")
        """
        return await self._call(
            _UPDATE,
            path={"particle_id": particle_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {"name": name, "description": description, "content": content, "enabled": enabled}
            ),
            options=options,
        )

    async def delete(
        self,
        particle_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete a particle.

        Marks the particle as deleted. Refused for system particles, and while a system prompt
        contains it.

        Args:
            particle_id: Identifies the particle.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            ConflictError: The present state rules this out: something like it exists already, or it
                is still needed elsewhere.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            await client.particles.delete("particle_123")
        """
        return await self._call(
            _DELETE,
            path={"particle_id": particle_id},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )
