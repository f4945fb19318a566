# Generated from Responses 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[str] = Operation(
    "GET", "/page", {"200": {"text/html": lambda: str}}, errors={"404": {"text/html": lambda: str}}
)


class PageResource(Resource):
    """Operations on page."""

    def get(self, **options: Unpack[RequestOptions]) -> str:
        """Get page: `GET /page`.

        Raises:
            NotFoundError: None.

        Example:
            result = client.page.get()
        """
        return self._call(_GET, options=options)


class AsyncPageResource(AsyncResource):
    """Operations on page."""

    async def get(self, **options: Unpack[RequestOptions]) -> str:
        """Get page: `GET /page`.

        Raises:
            NotFoundError: None.

        Example:
            result = await client.page.get()
        """
        return await self._call(_GET, options=options)
