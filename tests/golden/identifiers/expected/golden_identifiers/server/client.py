# Generated from Identifiers 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class ClientResourceHandlers:
    """Operations on client."""

    async def same(
        self, request: Request, body: models.Operation | None = None
    ) -> models.Client | Reply:
        """`POST /client`."""
        raise NotImplementedError
