# Generated from Responses 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import Reply, Request


class DataHandlers:
    """Operations on data."""

    async def get(self, request: Request) -> bytes | Reply:
        """Get data: `GET /data`."""
        raise NotImplementedError
