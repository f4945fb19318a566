# Generated from Bodies 2.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from .. import models
    from ._runtime import Reply, Request


class ImportHandlers:
    """Operations on import."""

    async def import_notes(
        self, request: Request, body: dict[str, Any]
    ) -> models.ImportNotesResponse | Reply:
        """Import notes: `POST /import`.

        Args:
            body: The fields of the form: `files` (list of `FileUpload`), `options`, `dry_run`.
        """
        raise NotImplementedError
