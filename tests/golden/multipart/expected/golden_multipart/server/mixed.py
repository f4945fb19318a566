# Generated from Multipart 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import Reply, Request


class MixedHandlers:
    """Operations on mixed."""

    async def send(self, request: Request, body: list[str] | None = None) -> str | Reply:
        """Send mixed: `POST /mixed`."""
        raise NotImplementedError
