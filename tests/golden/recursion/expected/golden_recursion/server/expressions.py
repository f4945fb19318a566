# Generated from Recursion 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class ExpressionsHandlers:
    """Operations on expressions."""

    async def evaluate(self, request: Request, body: models.Expression) -> models.Comment | Reply:
        """`POST /expressions`."""
        raise NotImplementedError
