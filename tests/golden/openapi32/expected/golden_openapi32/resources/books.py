# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import (
    AsyncResource,
    EventOperation,
    Events,
    Json,
    Operation,
    Resource,
    omit,
    whole_query,
)

if TYPE_CHECKING:
    from typing import Unpack

    from .. import params
    from .._runtime import AsyncStream, Omit, RequestOptions, Stream

_QUERY: Operation[list[models.Book]] = Operation(
    "QUERY", "/books", {"200": {"application/json": lambda: list[models.Book]}}
)
_COPY: Operation[None] = Operation("COPY", "/books", {"204": {}})
_LINK: Operation[None] = Operation("LINK", "/books", {"204": {}})
_SEARCH: Operation[list[models.Book]] = Operation(
    "GET", "/search", {"200": {"application/json": lambda: list[models.Book]}}
)
_FIND: Operation[list[models.Book]] = Operation(
    "GET", "/find", {"200": {"application/json": lambda: list[models.Book]}}
)
_SELECT: Operation[list[models.Book]] = Operation(
    "GET", "/jsonpath", {"200": {"application/json": lambda: list[models.Book]}}
)
_WATCH_CHANGES: EventOperation[models.WatchChangesEvent] = EventOperation(
    "POST",
    "/changes",
    {"200": {"text/event-stream": lambda: models.WatchChangesEvent}},
    events=Events(lambda: models.WatchChangesEvent, envelope=True),
)
_READ_LOG: EventOperation[models.Book] = EventOperation(
    "GET",
    "/log",
    {"200": {"application/jsonl": lambda: models.Book}},
    events=Events(lambda: models.Book),
)


class Books(Resource):
    """Operations on books."""

    def query(
        self,
        *,
        title: str | Omit = omit,
        year: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> list[models.Book]:
        """Query books: `QUERY /books`.

        Example:
            books = client.books.query(title="Atlas")
        """
        return self._call(_QUERY, body=Json({"title": title, "year": year}), options=options)

    def copy(self, *, destination: str, **options: Unpack[RequestOptions]) -> None:
        """Copy books: `COPY /books`.

        Example:
            client.books.copy(destination="destination")
        """
        return self._call(_COPY, headers={"Destination": destination}, options=options)

    def link(self, **options: Unpack[RequestOptions]) -> None:
        """`LINK /books`.

        Example:
            client.books.link()
        """
        return self._call(_LINK, options=options)

    def search(
        self,
        *,
        q: models.SearchBooksQ | params.SearchBooksQParam,
        **options: Unpack[RequestOptions],
    ) -> list[models.Book]:
        """Search books: `GET /search`.

        Example:
            books = client.books.search(q={"text": "Hello!"})
        """
        return self._call(_SEARCH, query={"q": whole_query(q)}, options=options)

    def find(
        self,
        *,
        filter: models.FindBooksFilter | params.FindBooksFilterParam | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> list[models.Book]:
        """Find books: `GET /find`.

        Example:
            books = client.books.find()
        """
        return self._call(
            _FIND, query={"filter": whole_query(filter, "application/json")}, options=options
        )

    def select(
        self, *, selector: str | Omit = omit, **options: Unpack[RequestOptions]
    ) -> list[models.Book]:
        """Select books: `GET /jsonpath`.

        Example:
            books = client.books.select()
        """
        return self._call(
            _SELECT,
            query={"selector": whole_query(selector, "application/jsonpath")},
            options=options,
        )

    def watch_changes(self, **options: Unpack[RequestOptions]) -> Stream[models.WatchChangesEvent]:
        """Watch changes: `POST /changes`.

        Returns:
            Changes as they happen.

        Example:
            with client.books.watch_changes() as stream: ...
        """
        return self._stream(_WATCH_CHANGES, options=options)

    def read_log(self, **options: Unpack[RequestOptions]) -> Stream[models.Book]:
        """Read log: `GET /log`.

        Returns:
            Lines.

        Example:
            with client.books.read_log() as stream: ...
        """
        return self._stream(_READ_LOG, options=options)


class AsyncBooks(AsyncResource):
    """Operations on books."""

    async def query(
        self,
        *,
        title: str | Omit = omit,
        year: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> list[models.Book]:
        """Query books: `QUERY /books`.

        Example:
            books = await client.books.query(title="Atlas")
        """
        return await self._call(_QUERY, body=Json({"title": title, "year": year}), options=options)

    async def copy(self, *, destination: str, **options: Unpack[RequestOptions]) -> None:
        """Copy books: `COPY /books`.

        Example:
            await client.books.copy(destination="destination")
        """
        return await self._call(_COPY, headers={"Destination": destination}, options=options)

    async def link(self, **options: Unpack[RequestOptions]) -> None:
        """`LINK /books`.

        Example:
            await client.books.link()
        """
        return await self._call(_LINK, options=options)

    async def search(
        self,
        *,
        q: models.SearchBooksQ | params.SearchBooksQParam,
        **options: Unpack[RequestOptions],
    ) -> list[models.Book]:
        """Search books: `GET /search`.

        Example:
            books = await client.books.search(q={"text": "Hello!"})
        """
        return await self._call(_SEARCH, query={"q": whole_query(q)}, options=options)

    async def find(
        self,
        *,
        filter: models.FindBooksFilter | params.FindBooksFilterParam | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> list[models.Book]:
        """Find books: `GET /find`.

        Example:
            books = await client.books.find()
        """
        return await self._call(
            _FIND, query={"filter": whole_query(filter, "application/json")}, options=options
        )

    async def select(
        self, *, selector: str | Omit = omit, **options: Unpack[RequestOptions]
    ) -> list[models.Book]:
        """Select books: `GET /jsonpath`.

        Example:
            books = await client.books.select()
        """
        return await self._call(
            _SELECT,
            query={"selector": whole_query(selector, "application/jsonpath")},
            options=options,
        )

    async def watch_changes(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncStream[models.WatchChangesEvent]:
        """Watch changes: `POST /changes`.

        Returns:
            Changes as they happen.

        Example:
            async with await client.books.watch_changes() as stream: ...
        """
        return await self._stream(_WATCH_CHANGES, options=options)

    async def read_log(self, **options: Unpack[RequestOptions]) -> AsyncStream[models.Book]:
        """Read log: `GET /log`.

        Returns:
            Lines.

        Example:
            async with await client.books.read_log() as stream: ...
        """
        return await self._stream(_READ_LOG, options=options)
