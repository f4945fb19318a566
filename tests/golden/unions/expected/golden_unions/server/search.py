# Generated from Unions 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class SearchHandlers:
    """Operations on search."""

    async def search(
        self, request: Request, *, id: int | str | None = None, tags: str | list[str] | None = None
    ) -> models.Hit | list[models.Hit] | Reply:
        """`GET /search`."""
        raise NotImplementedError

    async def index(
        self, request: Request, body: models.Hit | list[models.Hit]
    ) -> models.Answer | Reply:
        """`POST /search`."""
        raise NotImplementedError
