# Generated from Multipart 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class DocumentsHandlers:
    """Operations on documents."""

    async def replace(
        self, request: Request, id: str, body: models.ReplaceDocumentBody | None = None
    ) -> Reply | None:
        """PUT /documents/{id}"""
        raise NotImplementedError

    async def patch(
        self, request: Request, id: str, body: models.PatchDocumentBody | None = None
    ) -> Reply | None:
        """PATCH /documents/{id}"""
        raise NotImplementedError
