# Generated from Identifiers 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import Reply, Request


class Resource1StHandlers:
    """Operations on resource 1 st."""

    async def call_123(self, request: Request) -> Reply | None:
        """`DELETE /client`."""
        raise NotImplementedError
