# Generated from Multipart 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class AnythingHandlers:
    """Operations on anything."""

    async def send(
        self, request: Request, body: models.SendAnythingBody | None = None
    ) -> bytes | Reply:
        """Send anything: `POST /anything`."""
        raise NotImplementedError

    async def send_image(self, request: Request, body: bytes) -> models.SendImageResponse | Reply:
        """Send image: `PUT /anything`."""
        raise NotImplementedError
