# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class AuthorBooksHandlers:
    """Operations on books of authors."""

    async def list(
        self, request: Request, author_id: str, *, offset: int = 0, limit: int = 25
    ) -> models.BookPage | Reply:
        """List the books of an author.

        Args:
            author_id: Identifies the author.
            offset: Number of entries to skip.
            limit: Entries per page.
        """
        raise NotImplementedError
