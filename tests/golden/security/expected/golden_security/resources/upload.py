# Generated from Security 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Raw, Resource, Server

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions
    from .._runtime.contents import FileContent

_UPLOAD: Operation[None] = Operation(
    "POST", "/upload", {"204": {}}, server=Server("https://upload.security.example/v1")
)
_RESUME: Operation[None] = Operation(
    "PUT",
    "/upload",
    {"204": {}},
    server=Server("https://{region}.upload.security.example", variables={"region": "eu"}),
)


class Upload(Resource):
    """Operations on upload."""

    def upload(self, *, body: FileContent, **options: Unpack[RequestOptions]) -> None:
        """`POST /upload`.

        Example:
            client.upload.upload(body=Path("report.pdf"))
        """
        return self._call(_UPLOAD, body=Raw(body), options=options)

    def resume(self, *, body: FileContent, **options: Unpack[RequestOptions]) -> None:
        """`PUT /upload`.

        Example:
            client.upload.resume(body=Path("report.pdf"))
        """
        return self._call(_RESUME, body=Raw(body), options=options)


class AsyncUpload(AsyncResource):
    """Operations on upload."""

    async def upload(self, *, body: FileContent, **options: Unpack[RequestOptions]) -> None:
        """`POST /upload`.

        Example:
            await client.upload.upload(body=Path("report.pdf"))
        """
        return await self._call(_UPLOAD, body=Raw(body), options=options)

    async def resume(self, *, body: FileContent, **options: Unpack[RequestOptions]) -> None:
        """`PUT /upload`.

        Example:
            await client.upload.resume(body=Path("report.pdf"))
        """
        return await self._call(_RESUME, body=Raw(body), options=options)
