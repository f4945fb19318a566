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
        """Send anything: `POST /anything`.

        Returns:
            Whatever it is.

        Example:
            result = client.anything.send(a="text")
        """
        return self._call(_SEND, body=Json({"a": a}, optional=True), options=options)

    def send_image(
        self,
        *,
        body: FileContent,
        content_type: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.SendImageResponse:
        """Send image: `PUT /anything`.

        Args:
            content_type: The media type of the body, `image/*`. Without it, what the file's name
                says.

        Example:
            anything = client.anything.send_image(body=Path("photo.png"))
        """
        return self._call(_SEND_IMAGE, body=Raw(body, "image/*", content_type), options=options)


class AsyncAnything(AsyncResource):
    """Operations on anything."""

    async def send(
        self, *, a: str | Omit = omit, **options: Unpack[RequestOptions]
    ) -> BinaryResponse:
        """Send anything: `POST /anything`.

        Returns:
            Whatever it is.

        Example:
            result = await client.anything.send(a="text")
        """
        return await self._call(_SEND, body=Json({"a": a}, optional=True), options=options)

    async def send_image(
        self,
        *,
        body: FileContent,
        content_type: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.SendImageResponse:
        """Send image: `PUT /anything`.

        Args:
            content_type: The media type of the body, `image/*`. Without it, what the file's name
                says.

        Example:
            anything = await client.anything.send_image(body=Path("photo.png"))
        """
        return await self._call(
            _SEND_IMAGE, body=Raw(body, "image/*", content_type), options=options
        )
