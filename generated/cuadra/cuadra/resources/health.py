# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_LIVENESS_CHECK: Operation[models.HealthStatus] = Operation(
    "GET", "/v1/health/liveness", {"200": {"application/json": lambda: models.HealthStatus}}
)
_READINESS_CHECK: Operation[models.ReadinessStatus] = Operation(
    "GET",
    "/v1/health/readiness",
    {"200": {"application/json": lambda: models.ReadinessStatus}},
    errors={"503": {"application/json": lambda: models.ReadinessStatus}},
)
_AI_PROVIDER_HEALTH: Operation[models.ProviderHealthStatus] = Operation(
    "GET",
    "/v1/health/ai-providers",
    {"200": {"application/json": lambda: models.ProviderHealthStatus}},
)


class Health(Resource):
    """Probes that tell whether the service and the AI providers behind it are up."""

    def liveness_check(self, **options: Unpack[RequestOptions]) -> models.HealthStatus:
        """Check that the service is alive.

        Returns 200 for as long as the process is up.

        Returns:
            Alive.

        Example:
            health = client.health.liveness_check()
        """
        return self._call(_LIVENESS_CHECK, options=options)

    def readiness_check(self, **options: Unpack[RequestOptions]) -> models.ReadinessStatus:
        """Check that the service is ready.

        Returns 200 if all critical dependencies work, and 503 if any of them does not.

        Returns:
            Ready: no critical dependency reports a problem.

        Raises:
            InternalServerError: Not ready: at least one critical dependency has a problem.

        Example:
            health = client.health.readiness_check()
        """
        return self._call(_READINESS_CHECK, options=options)

    def ai_provider_health(self, **options: Unpack[RequestOptions]) -> models.ProviderHealthStatus:
        """Check the AI providers.

        Shows for each configured AI provider whether it is healthy.

        Returns:
            State per provider.

        Example:
            health = client.health.ai_provider_health()
        """
        return self._call(_AI_PROVIDER_HEALTH, options=options)


class AsyncHealth(AsyncResource):
    """Probes that tell whether the service and the AI providers behind it are up."""

    async def liveness_check(self, **options: Unpack[RequestOptions]) -> models.HealthStatus:
        """Check that the service is alive.

        Returns 200 for as long as the process is up.

        Returns:
            Alive.

        Example:
            health = await client.health.liveness_check()
        """
        return await self._call(_LIVENESS_CHECK, options=options)

    async def readiness_check(self, **options: Unpack[RequestOptions]) -> models.ReadinessStatus:
        """Check that the service is ready.

        Returns 200 if all critical dependencies work, and 503 if any of them does not.

        Returns:
            Ready: no critical dependency reports a problem.

        Raises:
            InternalServerError: Not ready: at least one critical dependency has a problem.

        Example:
            health = await client.health.readiness_check()
        """
        return await self._call(_READINESS_CHECK, options=options)

    async def ai_provider_health(
        self, **options: Unpack[RequestOptions]
    ) -> models.ProviderHealthStatus:
        """Check the AI providers.

        Shows for each configured AI provider whether it is healthy.

        Returns:
            State per provider.

        Example:
            health = await client.health.ai_provider_health()
        """
        return await self._call(_AI_PROVIDER_HEALTH, options=options)
