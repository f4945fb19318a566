# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins

    from .. import models
    from ._runtime import Reply, Request


class ParticleVersionsHandlers:
    """Operations on versions of particles."""

    async def list(
        self, request: Request, particle_id: str
    ) -> builtins.list[models.ParticleVersionOut] | Reply:
        """List the versions of a particle.

        Returns the complete history in one array; there are no pages.

        Args:
            particle_id: Identifies the particle.
        """
        raise NotImplementedError

    async def get(
        self, request: Request, particle_id: str, version: int
    ) -> models.ParticleVersionOut | Reply:
        """Get a version of a particle.

        Looks up the particle's text as it was at a version number.

        Args:
            particle_id: Identifies the particle.
            version: Number of the version.
        """
        raise NotImplementedError
