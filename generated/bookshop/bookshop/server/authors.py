# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class AuthorsHandlers:
    """Who wrote them."""

    async def list(
        self, request: Request, *, offset: int = 0, limit: int = 25
    ) -> models.AuthorPage | Reply:
        """List authors.

        Args:
            offset: Number of entries to skip.
            limit: Entries per page.
        """
        raise NotImplementedError
