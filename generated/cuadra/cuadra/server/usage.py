# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class UsageHandlers:
    """What the organization consumes: storage, credits and its subscription."""

    async def get_organization(self, request: Request) -> models.UsageOut | Reply:
        """Get usage.

        Shows what the organization has used of its storage and credits, and which plan it is on.
        A few fields are reserved for admins.
        """
        raise NotImplementedError
