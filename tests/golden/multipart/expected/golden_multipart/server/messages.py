# Generated from Multipart 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from .. import models
    from ._runtime import Reply, Request


class MessagesHandlers:
    """Operations on messages."""

    async def create(
        self, request: Request, body: models.Message | dict[str, Any]
    ) -> models.Message | Reply:
        """Create message: `POST /messages`.

        Args:
            body: `request.media_type` says what it came as: `application/json` or
                `application/x-www-form-urlencoded` or `multipart/form-data`.
        """
        raise NotImplementedError
