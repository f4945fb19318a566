# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    import builtins
    from typing import Unpack

    from .._runtime import RequestOptions

_LIST: Operation[list[models.ParticleVersionOut]] = Operation(
    "GET",
    "/v1/particles/{particle_id}/versions",
    {"200": {"application/json": lambda: list[models.ParticleVersionOut]}},
)
_GET: Operation[models.ParticleVersionOut] = Operation(
    "GET",
    "/v1/particles/{particle_id}/versions/{version}",
    {"200": {"application/json": lambda: models.ParticleVersionOut}},
)


class ParticleVersions(Resource):
    """Operations on versions of particles."""

    def list(
        self, particle_id: str, **options: Unpack[RequestOptions]
    ) -> builtins.list[models.ParticleVersionOut]:
        """List the versions of a particle.

        Returns the complete history in one array; there are no pages.

        Args:
            particle_id: Identifies the particle.

        Returns:
            All versions.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            versions = client.particles.versions.list("particle_123")
        """
        return self._call(_LIST, path={"particle_id": particle_id}, options=options)

    def get(
        self, particle_id: str, version: int, **options: Unpack[RequestOptions]
    ) -> models.ParticleVersionOut:
        """Get a version of a particle.

        Looks up the particle's text as it was at a version number.

        Args:
            particle_id: Identifies the particle.
            version: Number of the version.

        Returns:
            Version with that number.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            version = client.particles.versions.get("particle_123", 1)
        """
        return self._call(
            _GET, path={"particle_id": particle_id, "version": version}, options=options
        )


class AsyncParticleVersions(AsyncResource):
    """Operations on versions of particles."""

    async def list(
        self, particle_id: str, **options: Unpack[RequestOptions]
    ) -> builtins.list[models.ParticleVersionOut]:
        """List the versions of a particle.

        Returns the complete history in one array; there are no pages.

        Args:
            particle_id: Identifies the particle.

        Returns:
            All versions.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            versions = await client.particles.versions.list("particle_123")
        """
        return await self._call(_LIST, path={"particle_id": particle_id}, options=options)

    async def get(
        self, particle_id: str, version: int, **options: Unpack[RequestOptions]
    ) -> models.ParticleVersionOut:
        """Get a version of a particle.

        Looks up the particle's text as it was at a version number.

        Args:
            particle_id: Identifies the particle.
            version: Number of the version.

        Returns:
            Version with that number.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some part of the request is invalid; `detail` lists each fault
                and where it is.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            version = await client.particles.versions.get("particle_123", 1)
        """
        return await self._call(
            _GET, path={"particle_id": particle_id, "version": version}, options=options
        )
