# Generated from Identifiers 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class Model日本Handlers:
    """Operations on 日本."""

    async def same(self, request: Request) -> models.日本語 | Reply:
        """`PUT /client`."""
        raise NotImplementedError
