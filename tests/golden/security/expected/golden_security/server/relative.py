# Generated from Security 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import Reply, Request


class RelativeHandlers:
    """Operations on relative."""

    async def get(self, request: Request) -> Reply | None:
        """Get relative: `GET /relative`."""
        raise NotImplementedError
