# Generated from Letters 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Multipart, Operation, PartEncoding, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime import FileInput, RequestOptions

_ADD: Operation[None] = Operation("POST", "/scans", {"204": {}})


class Scans(Resource):
    """Operations on scans."""

    def add(self, *, body: Sequence[FileInput], **options: Unpack[RequestOptions]) -> None:
        """Add scans: `POST /scans`.

        Example:
            client.scans.add(body=[Path("photo.png")])
        """
        return self._call(
            _ADD,
            body=Multipart(
                body,
                encoding={"*": PartEncoding(content_type="image/png")},
                media_type="multipart/mixed",
            ),
            options=options,
        )


class AsyncScans(AsyncResource):
    """Operations on scans."""

    async def add(self, *, body: Sequence[FileInput], **options: Unpack[RequestOptions]) -> None:
        """Add scans: `POST /scans`.

        Example:
            await client.scans.add(body=[Path("photo.png")])
        """
        return await self._call(
            _ADD,
            body=Multipart(
                body,
                encoding={"*": PartEncoding(content_type="image/png")},
                media_type="multipart/mixed",
            ),
            options=options,
        )
