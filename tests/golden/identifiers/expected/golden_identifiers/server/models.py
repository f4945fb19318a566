# Generated from Identifiers 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import Reply, Request


class ModelsHandlers:
    """Operations on models."""

    async def update_client(self, request: Request) -> Reply | None:
        """`PATCH /client`."""
        raise NotImplementedError
