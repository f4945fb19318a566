# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from .. import models
    from ._runtime import Reply, Request


class BooksHandlers:
    """Operations on books."""

    async def query(
        self, request: Request, body: models.QueryBooksBody
    ) -> list[models.Book] | Reply:
        """Query books: `QUERY /books`."""
        raise NotImplementedError

    async def copy(self, request: Request, *, destination: str) -> Reply | None:
        """Copy books: `COPY /books`."""
        raise NotImplementedError

    async def link(self, request: Request) -> Reply | None:
        """`LINK /books`."""
        raise NotImplementedError

    async def search(
        self, request: Request, *, q: models.SearchBooksQ
    ) -> list[models.Book] | Reply:
        """Search books: `GET /search`."""
        raise NotImplementedError

    async def find(
        self, request: Request, *, filter: models.FindBooksFilter | None = None
    ) -> list[models.Book] | Reply:
        """Find books: `GET /find`."""
        raise NotImplementedError

    async def select(
        self, request: Request, *, selector: str | None = None
    ) -> list[models.Book] | Reply:
        """Select books: `GET /jsonpath`."""
        raise NotImplementedError

    async def watch_changes(
        self, request: Request
    ) -> AsyncIterator[models.WatchChangesEvent] | Reply:
        """Watch changes: `POST /changes`."""
        raise NotImplementedError

    async def read_log(self, request: Request) -> AsyncIterator[models.Book] | Reply:
        """Read log: `GET /log`."""
        raise NotImplementedError
