# Generated from Enums 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal

    from .. import models
    from ._runtime import Reply, Request


class EnumsHandlers:
    """Operations on enums."""

    async def get(
        self,
        request: Request,
        zone: models.Zone,
        *,
        sort: list[Literal["created_at", "-created_at"]] | None = None,
        level: Literal[-1, 0, 1] = -1,
    ) -> models.Enums | Reply:
        """Get enums: `GET /enums/{zone}`."""
        raise NotImplementedError
