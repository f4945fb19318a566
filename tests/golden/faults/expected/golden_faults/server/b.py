# Generated from Faults by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from .. import models
    from ._runtime import Reply, Request


class BHandlers:
    """Operations on b."""

    async def get(self, request: Request, body: Any | None = None) -> models.Broken | Reply:
        """Get a: `POST /b`."""
        raise NotImplementedError
