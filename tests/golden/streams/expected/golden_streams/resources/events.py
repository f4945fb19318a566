# Generated from Streams 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, CursorPages, PageOperation, Resource, omit

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import AsyncPage, Omit, Page, RequestOptions

_LIST: PageOperation[models.Line, models.ListEventsResponse] = PageOperation(
    "GET",
    "/events",
    {"200": {"application/json": lambda: models.ListEventsResponse}},
    pages=CursorPages(items="items", cursor="cursor", next="nextCursor", more="hasMore"),
)


class EventsResource(Resource):
    """Operations on events."""

    def list(
        self,
        *,
        cursor: str | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.Line, models.ListEventsResponse]:
        """List events: `GET /events`.

        Returns:
            A page. Iterating over it goes through the items of all pages. `nextCursor` of one is
            the `cursor` of the next.

        Example:
            for event in client.events.list(): ...
        """
        return self._paginate(_LIST, query={"cursor": cursor, "limit": limit}, options=options)


class AsyncEventsResource(AsyncResource):
    """Operations on events."""

    def list(
        self,
        *,
        cursor: str | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.Line, models.ListEventsResponse]:
        """List events: `GET /events`.

        Returns:
            A page. Iterating over it goes through the items of all pages. `nextCursor` of one is
            the `cursor` of the next.

        Example:
            async for event in client.events.list(): ...
        """
        return self._paginate(_LIST, query={"cursor": cursor, "limit": limit}, options=options)
