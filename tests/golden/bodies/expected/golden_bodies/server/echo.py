# Generated from Bodies 2.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import Reply, Request


class EchoHandlers:
    """Operations on echo."""

    async def echo(self, request: Request, body: str) -> str | Reply:
        """`POST /echo`."""
        raise NotImplementedError
