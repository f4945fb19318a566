# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import Reply, Request


class NoSlashHandlers:
    """Operations on no slash."""

    async def get(self, request: Request, a: str, b: str) -> Reply | None:
        """`GET /no/slash/{a}{b}`."""
        raise NotImplementedError
