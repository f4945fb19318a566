# Generated from Multipart 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class DocumentsHandlers:
    """Operations on documents."""

    async def replace(
        self,
        request: Request,
        id: str,
        body: models.ReplaceDocumentBody | bytes | str | None = None,
    ) -> Reply | None:
        """Replace document: `PUT /documents/{id}`.

        Args:
            body: `request.media_type` says what it came as: `application/json` or
                `application/xml` or `text/markdown` or `application/pdf`.
        """
        raise NotImplementedError

    async def patch(
        self,
        request: Request,
        id: str,
        body: models.PatchDocumentBody | list[models.PatchDocumentBodyJsonItem] | None = None,
    ) -> Reply | None:
        """Patch document: `PATCH /documents/{id}`.

        Args:
            body: `request.media_type` says what it came as: `application/merge-patch+json` or
                `application/json-patch+json`.
        """
        raise NotImplementedError
