# Generated from Parameters 1.2.3 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal

    from ._runtime import Reply, Request


class PointLayersHandlers:
    """Operations on layers of points."""

    async def get(
        self, request: Request, id: list[str], layer: Literal["base", "top"]
    ) -> str | Reply:
        """Get point layer: `GET /points/{id}/layers/{layer}`."""
        raise NotImplementedError
