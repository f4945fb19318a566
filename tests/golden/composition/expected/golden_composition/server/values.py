# Generated from Composition 0.0.1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class ValuesHandlers:
    """Operations on values."""

    async def put(self, request: Request, body: models.JsonValue) -> models.Shapes | Reply:
        """Put value: `POST /values`."""
        raise NotImplementedError
