# Generated from Bodies 2.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class NotesHandlers:
    """Operations on notes."""

    async def create(self, request: Request, body: models.CreateNoteBody) -> models.Note | Reply:
        """Create a note."""
        raise NotImplementedError

    async def replace(
        self, request: Request, body: list[models.Note] | None = None
    ) -> Reply | None:
        """Replace notes: `PUT /notes`."""
        raise NotImplementedError

    async def upload_attachment(self, request: Request, id: str, body: bytes) -> Reply | None:
        """Upload attachment: `PUT /notes/{id}/attachment`."""
        raise NotImplementedError

    async def download_attachment(self, request: Request, id: str) -> bytes | Reply:
        """Download attachment: `GET /notes/{id}/attachment`."""
        raise NotImplementedError
