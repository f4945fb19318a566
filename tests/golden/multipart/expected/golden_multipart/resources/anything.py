# Generated from Multipart 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, BinaryResponse, Json, Operation, Raw, Resource, omit

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import Omit, RequestOptions
    from .._runtime.contents import FileContent

_SEND: Operation[BinaryResponse] = Operation(
    "POST", "/anything", {"200": {"*/*": lambda: BinaryResponse}}
)
_SEND_IMAGE: Operation[models.SendImageResponse] = Operation(
    "PUT", "/anything", {"200": {"application/vnd.api+json": lambda: models.SendImageResponse}}
)


class Anything(Resource):
    """Operations on anything."""

    def send(self, *, a: str | Omit = omit, **options: Unpack[RequestOptions]) -> BinaryResponse:
        """POST /anything

        Returns:
            Whatever it is.
        """
        return self._call(_SEND, body=Json({"a": a}, optional=True), options=options)

    def send_image(
        self, *, body: FileContent, **options: Unpack[RequestOptions]
    ) -> models.SendImageResponse:
        """PUT /anything"""
        return self._call(_SEND_IMAGE, body=Raw(body), options=options)


class AsyncAnything(AsyncResource):
    """Operations on anything."""

    async def send(
        self, *, a: str | Omit = omit, **options: Unpack[RequestOptions]
    ) -> BinaryResponse:
        """POST /anything

        Returns:
            Whatever it is.
        """
        return await self._call(_SEND, body=Json({"a": a}, optional=True), options=options)

    async def send_image(
        self, *, body: FileContent, **options: Unpack[RequestOptions]
    ) -> models.SendImageResponse:
        """PUT /anything"""
        return await self._call(_SEND_IMAGE, body=Raw(body), options=options)
