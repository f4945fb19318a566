# Generated from Security 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import Reply, Request


class OptionalHandlers:
    """Operations on optional."""

    async def get(self, request: Request) -> Reply | None:
        """Get optional: `GET /optional`."""
        raise NotImplementedError
