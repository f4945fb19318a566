# Generated from Multipart 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from .. import models
    from ._runtime import Reply, Request


class ChargesHandlers:
    """Operations on charges."""

    async def create(
        self, request: Request, body: dict[str, Any] | None = None
    ) -> models.CreateChargeResponse | Reply:
        """Create charge: `POST /charges`.

        Args:
            body: The fields of the form: `amount`, `card`, `metadata`, `expand`, `items`.
        """
        raise NotImplementedError
