# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import Reply, Request


class OdataUsersHandlers:
    """Operations on odata users."""

    async def get(self, request: Request, name: str) -> str | Reply:
        """`GET /odata/Users('{name}')`."""
        raise NotImplementedError
