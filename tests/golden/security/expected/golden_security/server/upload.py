# Generated from Security 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import Reply, Request


class UploadHandlers:
    """Operations on upload."""

    async def upload(self, request: Request, body: bytes) -> Reply | None:
        """`POST /upload`."""
        raise NotImplementedError

    async def resume(self, request: Request, body: bytes) -> Reply | None:
        """`PUT /upload`."""
        raise NotImplementedError
