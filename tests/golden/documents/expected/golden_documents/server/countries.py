# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins
    from typing import Literal

    from .. import models
    from ._runtime import Reply, Request


class CountriesHandlers:
    """Operations on countries."""

    async def get(
        self, request: Request, code: Literal["no", "se", "yes", "on"]
    ) -> models.Country | Reply:
        """`GET /countries/{code}`."""
        raise NotImplementedError

    async def delete(self, request: Request, id: str) -> Reply | None:
        """`DELETE /countries/{id}`."""
        raise NotImplementedError

    async def list(self, request: Request) -> builtins.list[models.Country] | Reply:
        """`GET /countries/`."""
        raise NotImplementedError
