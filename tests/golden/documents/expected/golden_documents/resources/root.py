# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[Any] = Operation("GET", "/", {"200": {"*/*": lambda: Any}})


class Root(Resource):
    """Operations on root."""

    def get(self, **options: Unpack[RequestOptions]) -> Any:
        """The root.

        Returns:
            Whatever the server sends: JSON, text or bytes. The API's description does not say.

        Example:
            result = client.root.get()
        """
        return self._call(_GET, options=options)


class AsyncRoot(AsyncResource):
    """Operations on root."""

    async def get(self, **options: Unpack[RequestOptions]) -> Any:
        """The root.

        Returns:
            Whatever the server sends: JSON, text or bytes. The API's description does not say.

        Example:
            result = await client.root.get()
        """
        return await self._call(_GET, options=options)
