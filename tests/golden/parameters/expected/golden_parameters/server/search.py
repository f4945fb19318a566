# Generated from Parameters 1.2.3 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from typing import Literal

    from .. import models
    from ._runtime import Reply, Request


class SearchHandlers:
    """Operations on search."""

    async def search(
        self,
        request: Request,
        *,
        q: str,
        filter_name: str | None = None,
        where: models.Where | None = None,
        csv: list[str] | None = None,
        piped: list[int] | None = None,
        spaced: list[str] | None = None,
        json: models.Where | None = None,
        since: datetime | None = None,
        day: date | None = None,
        order: Literal["created_at", "-created_at"] = "created_at",
        limit: int = 10,
        exact: bool | None = None,
        self_: str | None = None,
        class_: str | None = None,
    ) -> list[models.Point] | Reply:
        """`GET /search`."""
        raise NotImplementedError
