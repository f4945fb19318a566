# Generated from Letters 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import FileUpload, Reply, Request


class LettersHandlers:
    """Operations on letters."""

    async def send(
        self, request: Request, body: tuple[models.Letter, FileUpload]
    ) -> models.Letter | Reply:
        """A letter and what it encloses."""
        raise NotImplementedError

    async def replace(self, request: Request, body: list[models.Letter]) -> Reply | None:
        """Replace letters: `PUT /letters`."""
        raise NotImplementedError

    async def read(self, request: Request) -> list[models.Letter] | Reply:
        """Read letters: `GET /letters`."""
        raise NotImplementedError

    async def get_bundle(self, request: Request, id: str) -> tuple[models.Letter, bytes] | Reply:
        """Get bundle: `GET /letters/{id}/bundle`."""
        raise NotImplementedError
