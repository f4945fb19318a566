# Generated from Identifiers 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class KolnStraßeHandlers:
    """Operations on koln straße."""

    async def get_client_now(
        self,
        request: Request,
        *,
        client: str | None = None,
        url: str | None = None,
        body_: str | None = None,
        timeout_: int | None = None,
        models: str | None = None,
        omit: str | None = None,
        list: list[str] | None = None,
        filter: str | None = None,
        filter_created_gte: str | None = None,
        x_request_id: str | None = None,
    ) -> models.ComExampleModel | Reply:
        """Get client now: `GET /client`."""
        raise NotImplementedError
