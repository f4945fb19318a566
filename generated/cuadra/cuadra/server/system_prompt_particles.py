# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class SystemPromptParticlesHandlers:
    """Operations on particles of system prompts."""

    async def add(
        self,
        request: Request,
        system_prompt_id: str,
        body: models.SystemPromptParticleAdd,
        *,
        idempotency_key: str | None = None,
    ) -> models.SystemPromptParticleOut | Reply:
        """Extend a system prompt by a particle.

        Optionally at a given place and held at a given version.

        Args:
            system_prompt_id: Identifies the system prompt.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def update(
        self,
        request: Request,
        system_prompt_id: str,
        particle_id: str,
        body: models.SystemPromptParticleUpdate,
        *,
        idempotency_key: str | None = None,
    ) -> models.SystemPromptParticleOut | Reply:
        """Reorder or pin a particle.

        Moves the particle, or pins it to another version or none; the particle itself is
        unaffected.

        Args:
            system_prompt_id: Identifies the system prompt.
            particle_id: Identifies the particle.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def remove(
        self,
        request: Request,
        system_prompt_id: str,
        particle_id: str,
        *,
        idempotency_key: str | None = None,
    ) -> Reply | None:
        """Drop a particle from a system prompt.

        Only the link goes; the particle stays available.

        Args:
            system_prompt_id: Identifies the system prompt.
            particle_id: Identifies the particle.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError
