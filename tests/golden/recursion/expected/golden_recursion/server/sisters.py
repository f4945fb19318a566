# Generated from Recursion 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class SistersHandlers:
    """Operations on sisters."""

    async def get(self, request: Request) -> models.Sister | Reply:
        """Get sister: `GET /sisters`."""
        raise NotImplementedError
