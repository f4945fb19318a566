# Generated from Discriminators 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Json, Operation, Resource

if TYPE_CHECKING:
    import builtins
    from typing import Unpack

    from .. import params
    from .._runtime import RequestOptions

_LIST: Operation[list[models.Event]] = Operation(
    "GET", "/events", {"200": {"application/json": lambda: list[models.Event]}}
)
_SEND: Operation[models.Everything] = Operation(
    "POST", "/events", {"200": {"application/json": lambda: models.Everything}}
)


class EventsResource(Resource):
    """Operations on events."""

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[models.Event]:
        """List events: `GET /events`.

        Example:
            events = client.events.list()
        """
        return self._call(_LIST, options=options)

    def send(
        self, *, body: params.EventParam, **options: Unpack[RequestOptions]
    ) -> models.Everything:
        """Send event: `POST /events`.

        Example:
            event = client.events.send(body={"event-type": "created", "id": "123"})
        """
        return self._call(_SEND, body=Json(body), options=options)


class AsyncEventsResource(AsyncResource):
    """Operations on events."""

    async def list(self, **options: Unpack[RequestOptions]) -> builtins.list[models.Event]:
        """List events: `GET /events`.

        Example:
            events = await client.events.list()
        """
        return await self._call(_LIST, options=options)

    async def send(
        self, *, body: params.EventParam, **options: Unpack[RequestOptions]
    ) -> models.Everything:
        """Send event: `POST /events`.

        Example:
            event = await client.events.send(body={"event-type": "created", "id": "123"})
        """
        return await self._call(_SEND, body=Json(body), options=options)
