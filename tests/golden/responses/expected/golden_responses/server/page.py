# Generated from Responses 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import Reply, Request


class PageResourceHandlers:
    """Operations on page."""

    async def get(self, request: Request) -> str | Reply:
        """Get page: `GET /page`."""
        raise NotImplementedError
