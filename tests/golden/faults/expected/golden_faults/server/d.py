# Generated from Faults by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import Reply, Request


class DHandlers:
    """Operations on d."""

    async def get(self, request: Request) -> Reply | None:
        """Get d: `GET /d`."""
        raise NotImplementedError
