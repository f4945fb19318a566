# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from .. import models
    from ._runtime import Reply, Request


class ImportsHandlers:
    """Bulk loading of the catalog, in the background."""

    async def create(self, request: Request, body: dict[str, Any]) -> models.ImportJob | Reply:
        """Import a catalog.

        Accepts a file and works through it later; poll the job for its progress.

        Args:
            body: The fields of the form: `file` (`FileUpload`), `options`.
        """
        raise NotImplementedError

    async def get(self, request: Request, import_id: str) -> models.ImportJob | Reply:
        """Get the state of an import.

        Args:
            import_id: Identifies the job.
        """
        raise NotImplementedError
