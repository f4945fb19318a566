# Generated from Letters 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import FileUpload, Reply, Request


class ScansHandlers:
    """Operations on scans."""

    async def add(self, request: Request, body: list[FileUpload]) -> Reply | None:
        """Add scans: `POST /scans`."""
        raise NotImplementedError
