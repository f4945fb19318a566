# Generated from All of 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class LimitsHandlers:
    """Operations on limits."""

    async def get(self, request: Request) -> models.Limits | Reply:
        """Get limits: `GET /limits`."""
        raise NotImplementedError
