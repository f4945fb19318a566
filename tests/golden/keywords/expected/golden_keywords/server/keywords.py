# Generated from Keywords 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class KeywordsHandlers:
    """Operations on keywords."""

    async def check(self, request: Request, body: models.Keywords) -> models.Keywords | Reply:
        """Check keywords: `POST /keywords`."""
        raise NotImplementedError
