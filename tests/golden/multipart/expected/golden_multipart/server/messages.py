# Generated from Multipart 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class MessagesHandlers:
    """Operations on messages."""

    async def create(self, request: Request, body: models.Message) -> models.Message | Reply:
        """POST /messages"""
        raise NotImplementedError
