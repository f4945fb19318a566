# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class HealthHandlers:
    """Probes that tell whether the service and the AI providers behind it are up."""

    async def liveness_check(self, request: Request) -> models.HealthStatus | Reply:
        """Check that the service is alive.

        Returns 200 for as long as the process is up.
        """
        raise NotImplementedError

    async def readiness_check(self, request: Request) -> models.ReadinessStatus | Reply:
        """Check that the service is ready.

        Returns 200 if all critical dependencies work, and 503 if any of them does not.
        """
        raise NotImplementedError

    async def ai_provider_health(self, request: Request) -> models.ProviderHealthStatus | Reply:
        """Check the AI providers.

        Shows for each configured AI provider whether it is healthy.
        """
        raise NotImplementedError
