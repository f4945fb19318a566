# Generated from Responses 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .. import models
    from ._runtime import Reply, Request


class JobsHandlers:
    """Operations on jobs."""

    async def start(self, request: Request) -> models.Job | models.Ticket | None | Reply:
        """Start job: `POST /jobs`."""
        raise NotImplementedError

    async def delete(self, request: Request) -> Reply | None:
        """Delete jobs: `DELETE /jobs`."""
        raise NotImplementedError

    async def head(self, request: Request) -> Reply | None:
        """Head jobs: `HEAD /jobs`."""
        raise NotImplementedError

    async def options(self, request: Request) -> Reply | None:
        """`OPTIONS /jobs`."""
        raise NotImplementedError

    async def trace(self, request: Request) -> bytes | Reply:
        """`TRACE /jobs`."""
        raise NotImplementedError

    async def get(self, request: Request, id: int) -> models.Job | Reply:
        """Get job: `GET /jobs/{id}`."""
        raise NotImplementedError

    async def put(self, request: Request, id: int) -> models.Job | Reply:
        """Put job: `PUT /jobs/{id}`."""
        raise NotImplementedError

    async def patch(self, request: Request, id: int) -> Reply | None:
        """Patch job: `PATCH /jobs/{id}`."""
        raise NotImplementedError

    async def get_log(self, request: Request, id: int) -> str | list[str] | bytes | Reply:
        """Get job log: `GET /jobs/{id}/log`."""
        raise NotImplementedError
