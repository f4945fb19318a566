# Generated from Swagger 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins
    from typing import Any

    from .. import models
    from ._runtime import Reply, Request


class PetsHandlers:
    """Operations on pets."""

    async def list(
        self,
        request: Request,
        *,
        ids: builtins.list[int] | None = None,
        names: builtins.list[str] | None = None,
        offset: int | None = None,
        limit: int = 20,
    ) -> builtins.list[models.Pet] | Reply:
        """List pets: `GET /pets`."""
        raise NotImplementedError

    async def add(self, request: Request, body: models.Pet) -> models.Pet | Reply:
        """Add pet: `POST /pets`."""
        raise NotImplementedError

    async def upload_photo(self, request: Request, id: int, body: dict[str, Any]) -> Reply | None:
        """Upload photo: `POST /pets/{id}/photo`.

        Args:
            body: The fields of the form: `photo` (`FileUpload`), `caption`.
        """
        raise NotImplementedError
