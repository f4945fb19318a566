# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import Reply, Request


class FilesHandlers:
    """Operations on files."""

    async def get(self, request: Request, path: str) -> bytes | Reply:
        """`GET /files/{path*}`."""
        raise NotImplementedError
