# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins

    from .. import models
    from ._runtime import Reply, Request


class ParticlesHandlers:
    """Prompt building blocks with a version history. Each one covers a role, tone, guardrails,
    constraints or format.
    """

    async def list(
        self,
        request: Request,
        *,
        category: models.ParticleCategory | None = None,
        enabled: bool = True,
        limit: int = 20,
        cursor: str | None = None,
    ) -> models.ParticlePage | Reply:
        """List particles.

        Mixes particles of your organization with those that Cuadra provides.

        Args:
            category: Return this category only.
            enabled: When true, disabled particles are left out.
            limit: Page size at most.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.
        """
        raise NotImplementedError

    async def create(
        self, request: Request, body: models.ParticleCreate, *, idempotency_key: str | None = None
    ) -> models.ParticleOut | Reply:
        """Create a particle.

        Its content becomes version 1.

        Args:
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def get(
        self, request: Request, particle_id: str, *, expand: builtins.list[str] | None = None
    ) -> models.ParticleOut | Reply:
        """Get a particle.

        Returns the current version; add `expand[]=versions` for the history.

        Args:
            particle_id: Identifies the particle.
            expand: Names of fields to embed, for example `versions`. Send the parameter once per
                name.
        """
        raise NotImplementedError

    async def update(
        self,
        request: Request,
        particle_id: str,
        body: models.ParticleUpdate,
        *,
        idempotency_key: str | None = None,
    ) -> models.ParticleOut | Reply:
        """Update a particle.

        Fields left out keep their values. A change of `content` is stored as a further version,
        other changes are not. System particles are read-only.

        Args:
            particle_id: Identifies the particle.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def delete(
        self, request: Request, particle_id: str, *, idempotency_key: str | None = None
    ) -> Reply | None:
        """Delete a particle.

        Marks the particle as deleted. Refused for system particles, and while a system prompt
        contains it.

        Args:
            particle_id: Identifies the particle.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError
