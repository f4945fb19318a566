# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins

    from ._runtime import Reply, Request


class NoIdThingsHandlers:
    """Operations on no id things."""

    async def list(self, request: Request, a_b: str) -> builtins.list[str] | Reply:
        """`GET /no-id/{a-b}/things`."""
        raise NotImplementedError

    async def create(self, request: Request, a_b: str) -> Reply | None:
        """`POST /no-id/{a-b}/things`."""
        raise NotImplementedError
