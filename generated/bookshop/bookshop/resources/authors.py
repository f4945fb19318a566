# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, OffsetPages, PageOperation, Resource, omit

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import AsyncPage, Omit, Page, RequestOptions
    from .author_books import AsyncAuthorBooks, AuthorBooks

_LIST: PageOperation[models.Author, models.AuthorPage] = PageOperation(
    "GET",
    "/authors",
    {"200": {"application/json": lambda: models.AuthorPage}},
    pages=OffsetPages(
        items="items", offset="offset", limit="limit", total="total", default_size=25, max_size=100
    ),
)


class Authors(Resource):
    """Who wrote them."""

    @cached_property
    def books(self) -> AuthorBooks:
        """Operations on books of authors."""
        from .author_books import AuthorBooks

        return AuthorBooks(self._client)

    def list(
        self,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.Author, models.AuthorPage]:
        """List authors.

        Args:
            offset: Number of entries to skip. The server's default is 0.
            limit: Entries per page. The server's default is 25.

        Returns:
            Authors of this page. Iterating over it goes through the items of all pages. `offset`
            counts the items before a page.

        Raises:
            AuthenticationError: The key is missing or wrong.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            for author in client.authors.list(): ...
        """
        return self._paginate(_LIST, query={"offset": offset, "limit": limit}, options=options)


class AsyncAuthors(AsyncResource):
    """Who wrote them."""

    @cached_property
    def books(self) -> AsyncAuthorBooks:
        """Operations on books of authors."""
        from .author_books import AsyncAuthorBooks

        return AsyncAuthorBooks(self._client)

    def list(
        self,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.Author, models.AuthorPage]:
        """List authors.

        Args:
            offset: Number of entries to skip. The server's default is 0.
            limit: Entries per page. The server's default is 25.

        Returns:
            Authors of this page. Iterating over it goes through the items of all pages. `offset`
            counts the items before a page.

        Raises:
            AuthenticationError: The key is missing or wrong.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            async for author in client.authors.list(): ...
        """
        return self._paginate(_LIST, query={"offset": offset, "limit": limit}, options=options)
