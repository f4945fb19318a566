# Generated from Parameters 1.2.3 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class PointsHandlers:
    """Operations on points."""

    async def get(
        self,
        request: Request,
        point: list[int],
        *,
        x_trace: str,
        x_flags: list[str] | None = None,
        session: str | None = None,
    ) -> models.Point | Reply:
        """Get point: `GET /points/{point}`.

        Args:
            x_trace: Overrides the shared one.
        """
        raise NotImplementedError
