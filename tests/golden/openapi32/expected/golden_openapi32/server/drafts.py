# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import FileUpload, Reply, Request


class DraftsHandlers:
    """Operations on drafts."""

    async def import_(
        self, request: Request, body: list[models.Book] | None = None
    ) -> Reply | None:
        """Import drafts: `POST /drafts`."""
        raise NotImplementedError

    async def upload(self, request: Request, body: list[FileUpload] | None = None) -> Reply | None:
        """Upload drafts: `PUT /drafts`."""
        raise NotImplementedError

    async def amend_drafts(
        self, request: Request, body: list[models.Book | FileUpload] | None = None
    ) -> Reply | None:
        """`PATCH /drafts`."""
        raise NotImplementedError
