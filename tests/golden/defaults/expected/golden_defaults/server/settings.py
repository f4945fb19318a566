# Generated from Defaults 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class SettingsHandlers:
    """Operations on settings."""

    async def update(self, request: Request, body: models.Settings) -> models.Settings | Reply:
        """Update settings: `PUT /settings`."""
        raise NotImplementedError
