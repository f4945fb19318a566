# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, OffsetPages, PageOperation, Resource, omit

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import AsyncPage, Omit, Page, RequestOptions

_LIST: PageOperation[models.Book, models.BookPage] = PageOperation(
    "GET",
    "/authors/{author_id}/books",
    {"200": {"application/json": lambda: models.BookPage}},
    pages=OffsetPages(
        items="items", offset="offset", limit="limit", total="total", default_size=25, max_size=100
    ),
)


class AuthorBooks(Resource):
    """Operations on books of authors."""

    def list(
        self,
        author_id: str,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.Book, models.BookPage]:
        """List the books of an author.

        Args:
            author_id: Identifies the author.
            offset: Number of entries to skip. The server's default is 0.
            limit: Entries per page. The server's default is 25.

        Returns:
            Books of this page. Iterating over it goes through the items of all pages. `offset`
            counts the items before a page.

        Raises:
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            for book in client.authors.books.list("550e8400-e29b-41d4-a716-446655440000"): ...
        """
        return self._paginate(
            _LIST,
            path={"author_id": author_id},
            query={"offset": offset, "limit": limit},
            options=options,
        )


class AsyncAuthorBooks(AsyncResource):
    """Operations on books of authors."""

    def list(
        self,
        author_id: str,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.Book, models.BookPage]:
        """List the books of an author.

        Args:
            author_id: Identifies the author.
            offset: Number of entries to skip. The server's default is 0.
            limit: Entries per page. The server's default is 25.

        Returns:
            Books of this page. Iterating over it goes through the items of all pages. `offset`
            counts the items before a page.

        Raises:
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            async for book in client.authors.books.list("550e8400-e29b-41d4-a716-446655440000"): ...
        """
        return self._paginate(
            _LIST,
            path={"author_id": author_id},
            query={"offset": offset, "limit": limit},
            options=options,
        )
