# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET_ORGANIZATION: Operation[models.UsageOut] = Operation(
    "GET", "/v1/usage", {"200": {"application/json": lambda: models.UsageOut}}
)


class Usage(Resource):
    """What the organization consumes: storage, credits and its subscription."""

    def get_organization(self, **options: Unpack[RequestOptions]) -> models.UsageOut:
        """Get usage.

        Shows what the organization has used of its storage and credits, and which plan it is on.
        A few fields are reserved for admins.

        Returns:
            Current usage.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            usage = client.usage.get_organization()
        """
        return self._call(_GET_ORGANIZATION, options=options)


class AsyncUsage(AsyncResource):
    """What the organization consumes: storage, credits and its subscription."""

    async def get_organization(self, **options: Unpack[RequestOptions]) -> models.UsageOut:
        """Get usage.

        Shows what the organization has used of its storage and credits, and which plan it is on.
        A few fields are reserved for admins.

        Returns:
            Current usage.

        Raises:
            AuthenticationError: No token, or one that is wrong or has expired.
            PermissionDeniedError: The token was recognized, but it does not permit this.
            RateLimitError: Too many requests in a short time.
            InternalServerError: Something broke on the server.

        Example:
            usage = await client.usage.get_organization()
        """
        return await self._call(_GET_ORGANIZATION, options=options)
