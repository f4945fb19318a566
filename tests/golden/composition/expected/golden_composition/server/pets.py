# Generated from Composition 0.0.1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class PetsHandlers:
    """Operations on pets."""

    async def list(
        self, request: Request, *, page: int = 1, per_page: int = 30
    ) -> models.ListPetsResponse | Reply:
        """List pets: `GET /pets`."""
        raise NotImplementedError

    async def create(self, request: Request, body: models.Pet) -> models.Pet | Reply:
        """Create pet: `POST /pets`."""
        raise NotImplementedError
