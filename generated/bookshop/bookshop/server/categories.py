# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins

    from .. import models
    from ._runtime import Reply, Request


class CategoriesHandlers:
    """The shelves of the shop."""

    async def list(
        self, request: Request, *, accept_language: models.Language | None = None
    ) -> builtins.list[models.Category] | Reply:
        """List categories.

        Returns the whole tree; no key needed.

        Args:
            accept_language: Language of the names.
        """
        raise NotImplementedError
