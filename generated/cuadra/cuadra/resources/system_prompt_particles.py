# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Json, Operation, Resource, omit

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_ADD: Operation[models.SystemPromptParticleOut] = Operation(
    "POST",
    "/v1/system-prompts/{system_prompt_id}/particles",
    {"201": {"application/json": lambda: models.SystemPromptParticleOut}},
    idempotency_header="Idempotency-Key",
)
_UPDATE: Operation[models.SystemPromptParticleOut] = Operation(
    "PATCH",
    "/v1/system-prompts/{system_prompt_id}/particles/{particle_id}",
    {"200": {"application/json": lambda: models.SystemPromptParticleOut}},
    idempotency_header="Idempotency-Key",
)
_REMOVE: Operation[None] = Operation(
    "DELETE",
    "/v1/system-prompts/{system_prompt_id}/particles/{particle_id}",
    {"204": {}},
    idempotency_header="Idempotency-Key",
)


class SystemPromptParticles(Resource):
    """Operations on particles of system prompts."""

    def add(
        self,
        system_prompt_id: str,
        *,
        particle_id: str,
        idempotency_key: str | None | Omit = omit,
        particle_version_id: str | None | Omit = omit,
        order: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.SystemPromptParticleOut:
        """Extend a system prompt by a particle.

        Optionally at a given place and held at a given version.

        Args:
            system_prompt_id: Identifies the system prompt.
            particle_id: Particle to add, by id.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            particle_version_id: Version to hold on to. With null, the current one is always used.
            order: Position within the prompt; smaller numbers come first. The server's default is
                0.

        Returns:
            Link that was created.

        Raises:
            BadRequestError: The server cannot make sense of the request.
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
            particle = client.system_prompts.particles.add(
                "prompt_123", particle_id="part_role_001", order=1
            )
        """
        return self._call(
            _ADD,
            path={"system_prompt_id": system_prompt_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {
                    "particleId": particle_id,
                    "particleVersionId": particle_version_id,
                    "order": order,
                }
            ),
            options=options,
        )

    def update(
        self,
        system_prompt_id: str,
        particle_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        particle_version_id: str | None | Omit = omit,
        order: int | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.SystemPromptParticleOut:
        """Reorder or pin a particle.

        Moves the particle, or pins it to another version or none; the particle itself is
        unaffected.

        Args:
            system_prompt_id: Identifies the system prompt.
            particle_id: Identifies the particle.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            particle_version_id: Version to hold on to. With null, the current one is always used.
            order: Position to set.

        Returns:
            Link with its new values.

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
            particle = client.system_prompts.particles.update(
                "prompt_123", "particle_123", particle_version_id="pv_abc123"
            )
        """
        return self._call(
            _UPDATE,
            path={"system_prompt_id": system_prompt_id, "particle_id": particle_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"particleVersionId": particle_version_id, "order": order}),
            options=options,
        )

    def remove(
        self,
        system_prompt_id: str,
        particle_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Drop a particle from a system prompt.

        Only the link goes; the particle stays available.

        Args:
            system_prompt_id: Identifies the system prompt.
            particle_id: Identifies the particle.
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
            client.system_prompts.particles.remove("prompt_123", "particle_123")
        """
        return self._call(
            _REMOVE,
            path={"system_prompt_id": system_prompt_id, "particle_id": particle_id},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )


class AsyncSystemPromptParticles(AsyncResource):
    """Operations on particles of system prompts."""

    async def add(
        self,
        system_prompt_id: str,
        *,
        particle_id: str,
        idempotency_key: str | None | Omit = omit,
        particle_version_id: str | None | Omit = omit,
        order: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.SystemPromptParticleOut:
        """Extend a system prompt by a particle.

        Optionally at a given place and held at a given version.

        Args:
            system_prompt_id: Identifies the system prompt.
            particle_id: Particle to add, by id.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            particle_version_id: Version to hold on to. With null, the current one is always used.
            order: Position within the prompt; smaller numbers come first. The server's default is
                0.

        Returns:
            Link that was created.

        Raises:
            BadRequestError: The server cannot make sense of the request.
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
            particle = await client.system_prompts.particles.add(
                "prompt_123", particle_id="part_role_001", order=1
            )
        """
        return await self._call(
            _ADD,
            path={"system_prompt_id": system_prompt_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json(
                {
                    "particleId": particle_id,
                    "particleVersionId": particle_version_id,
                    "order": order,
                }
            ),
            options=options,
        )

    async def update(
        self,
        system_prompt_id: str,
        particle_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        particle_version_id: str | None | Omit = omit,
        order: int | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.SystemPromptParticleOut:
        """Reorder or pin a particle.

        Moves the particle, or pins it to another version or none; the particle itself is
        unaffected.

        Args:
            system_prompt_id: Identifies the system prompt.
            particle_id: Identifies the particle.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
            particle_version_id: Version to hold on to. With null, the current one is always used.
            order: Position to set.

        Returns:
            Link with its new values.

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
            particle = await client.system_prompts.particles.update(
                "prompt_123", "particle_123", particle_version_id="pv_abc123"
            )
        """
        return await self._call(
            _UPDATE,
            path={"system_prompt_id": system_prompt_id, "particle_id": particle_id},
            headers={"Idempotency-Key": idempotency_key},
            body=Json({"particleVersionId": particle_version_id, "order": order}),
            options=options,
        )

    async def remove(
        self,
        system_prompt_id: str,
        particle_id: str,
        *,
        idempotency_key: str | None | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Drop a particle from a system prompt.

        Only the link goes; the particle stays available.

        Args:
            system_prompt_id: Identifies the system prompt.
            particle_id: Identifies the particle.
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
            await client.system_prompts.particles.remove("prompt_123", "particle_123")
        """
        return await self._call(
            _REMOVE,
            path={"system_prompt_id": system_prompt_id, "particle_id": particle_id},
            headers={"Idempotency-Key": idempotency_key},
            options=options,
        )
