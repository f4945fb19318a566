# Generated from Streams 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from .. import models
    from ._runtime import Reply, Request


class LogsHandlers:
    """Operations on logs."""

    async def tail_logs(self, request: Request) -> AsyncIterator[models.Line] | Reply:
        """`GET /logs`."""
        raise NotImplementedError
