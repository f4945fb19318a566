# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, BinaryResponse, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[BinaryResponse] = Operation(
    "GET", "/files/{path*}", {"200": {"application/octet-stream": lambda: BinaryResponse}}
)


class Files(Resource):
    """Operations on files."""

    def get(self, path: str, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """`GET /files/{path*}`.

        Example:
            result = client.files.get("docs/guide.md")
        """
        return self._call(_GET, path={"path*": path}, options=options)


class AsyncFiles(AsyncResource):
    """Operations on files."""

    async def get(self, path: str, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """`GET /files/{path*}`.

        Example:
            result = await client.files.get("docs/guide.md")
        """
        return await self._call(_GET, path={"path*": path}, options=options)
