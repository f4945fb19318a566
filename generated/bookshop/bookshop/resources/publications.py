# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import (
    AsyncResource,
    BinaryResponse,
    Json,
    OffsetPages,
    Operation,
    PageOperation,
    Raw,
    Resource,
    omit,
    styled,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import Unpack

    from .. import params
    from .._runtime import AsyncPage, Omit, Page, RequestOptions
    from .._runtime.contents import FileContent

_LIST: PageOperation[models.Publication, models.PublicationPage] = PageOperation(
    "GET",
    "/publications",
    {"200": {"application/json": lambda: models.PublicationPage}},
    pages=OffsetPages(
        items="items", offset="offset", limit="limit", total="total", default_size=25, max_size=100
    ),
)
_CREATE: Operation[models.Publication] = Operation(
    "POST",
    "/publications",
    {"201": {"application/json": lambda: models.Publication}},
    idempotency_header="Idempotency-Key",
)
_GET: Operation[models.Publication] = Operation(
    "GET",
    "/publications/{publication_id}",
    {"200": {"application/json": lambda: models.Publication}},
)
_REPLACE: Operation[models.Publication] = Operation(
    "PUT",
    "/publications/{publication_id}",
    {"200": {"application/json": lambda: models.Publication}},
)
_UPDATE: Operation[models.Publication] = Operation(
    "PATCH",
    "/publications/{publication_id}",
    {"200": {"application/json": lambda: models.Publication}},
)
_DELETE: Operation[None] = Operation("DELETE", "/publications/{publication_id}", {"204": {}})
_DOWNLOAD_COVER: Operation[BinaryResponse] = Operation(
    "GET",
    "/publications/{publication_id}/cover",
    {"200": {"image/png": lambda: BinaryResponse, "image/jpeg": lambda: BinaryResponse}},
    security=(),
)
_UPLOAD_COVER: Operation[None] = Operation(
    "PUT", "/publications/{publication_id}/cover", {"204": {}}
)


class Publications(Resource):
    """Books, magazines and audio books on sale."""

    def list(
        self,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        filter: models.PublicationFilter | params.PublicationFilterParam | Omit = omit,
        tags: Sequence[str] | Omit = omit,
        sort: Sequence[models.ListPublicationsSortItem] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.Publication, models.PublicationPage]:
        """List publications.

        Finds publications that satisfy every condition given.

        Args:
            offset: Number of entries to skip. The server's default is 0.
            limit: Entries per page. The server's default is 25.
            filter: Conditions on single fields, such as `filter[language]=de`.
            tags: Tags that must all be present, separated by commas.
            sort: Sort keys, most important first; a leading minus reverses one. The server's
                default is ["title"].

        Returns:
            Publications of this page. Iterating over it goes through the items of all pages.
            `offset` counts the items before a page.

        Raises:
            AuthenticationError: The key is missing or wrong.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            for publication in client.publications.list(): ...
        """
        return self._paginate(
            _LIST,
            query={
                "offset": offset,
                "limit": limit,
                "filter": styled(filter, "deepObject"),
                "tags": styled(tags, "form", explode=False),
                "sort": styled(sort, "pipeDelimited"),
            },
            options=options,
        )

    def create(
        self,
        *,
        body: params.PublicationParam,
        idempotency_key: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Publication:
        """Add a publication.

        Args:
            body: Anything on sale, told apart by `kind`.
            idempotency_key: Token of the caller's choice; a request that repeats it gets the first
                answer again.

        Returns:
            Publication that was added.

        Raises:
            BadRequestError: The request cannot be read.
            AuthenticationError: The key is missing or wrong.
            ConflictError: The present state of the shop forbids this.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            publication = client.publications.create(
                body={
                    "kind": "book",
                    "title": "Atlas",
                    "price": {"amount": "14.90", "currency": "EUR"},
                    "isbn": "9781111111111",
                    "author_ids": ["550e8400-e29b-41d4-a716-446655440000"],
                },
            )
        """
        return self._call(
            _CREATE, headers={"Idempotency-Key": idempotency_key}, body=Json(body), options=options
        )

    def get(self, publication_id: str, **options: Unpack[RequestOptions]) -> models.Publication:
        """Get a publication.

        Args:
            publication_id: Identifies the publication.

        Returns:
            The publication.

        Raises:
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            publication = client.publications.get("550e8400-e29b-41d4-a716-446655440000")
        """
        return self._call(_GET, path={"publication_id": publication_id}, options=options)

    def replace(
        self,
        publication_id: str,
        *,
        body: params.PublicationParam,
        **options: Unpack[RequestOptions],
    ) -> models.Publication:
        """Replace a publication.

        Overwrites every writable field; optional ones that are left out are cleared.

        Args:
            publication_id: Identifies the publication.
            body: Anything on sale, told apart by `kind`.

        Returns:
            The publication.

        Raises:
            BadRequestError: The request cannot be read.
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            publication = client.publications.replace(
                "550e8400-e29b-41d4-a716-446655440000",
                body={
                    "kind": "book",
                    "title": "Atlas",
                    "price": {"amount": "14.90", "currency": "EUR"},
                    "isbn": "9781111111111",
                    "author_ids": ["550e8400-e29b-41d4-a716-446655440000"],
                },
            )
        """
        return self._call(
            _REPLACE, path={"publication_id": publication_id}, body=Json(body), options=options
        )

    def update(
        self,
        publication_id: str,
        *,
        title: str | Omit = omit,
        subtitle: str | None | Omit = omit,
        price: models.Money | params.MoneyParam | Omit = omit,
        published_on: date | str | None | Omit = omit,
        age_rating: models.AgeRating | None | Omit = omit,
        tags: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Publication:
        """Update a publication.

        Applies a JSON merge patch (RFC 7396), in which null clears a field.

        Args:
            publication_id: Identifies the publication.
            price: Amount in a currency.
            age_rating: Lowest recommended age in years.

        Returns:
            The publication.

        Raises:
            BadRequestError: The request cannot be read.
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            publication = client.publications.update(
                "550e8400-e29b-41d4-a716-446655440000", title="Atlas"
            )
        """
        return self._call(
            _UPDATE,
            path={"publication_id": publication_id},
            body=Json(
                {
                    "title": title,
                    "subtitle": subtitle,
                    "price": price,
                    "published_on": published_on,
                    "age_rating": age_rating,
                    "tags": tags,
                },
                media_type="application/merge-patch+json",
            ),
            options=options,
        )

    def delete(self, publication_id: str, **options: Unpack[RequestOptions]) -> None:
        """Remove a publication.

        Refused while an unfinished order contains it.

        Args:
            publication_id: Identifies the publication.

        Raises:
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            ConflictError: The present state of the shop forbids this.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            client.publications.delete("550e8400-e29b-41d4-a716-446655440000")
        """
        return self._call(_DELETE, path={"publication_id": publication_id}, options=options)

    def download_cover(
        self, publication_id: str, **options: Unpack[RequestOptions]
    ) -> BinaryResponse:
        """Download a cover image.

        Covers are public and need no key.

        Args:
            publication_id: Identifies the publication.

        Returns:
            The image.

        Raises:
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            result = client.publications.download_cover("550e8400-e29b-41d4-a716-446655440000")
        """
        return self._call(_DOWNLOAD_COVER, path={"publication_id": publication_id}, options=options)

    def upload_cover(
        self, publication_id: str, *, body: FileContent, **options: Unpack[RequestOptions]
    ) -> None:
        """Upload a cover image.

        Args:
            publication_id: Identifies the publication.
            body: Bytes of a PNG or JPEG image.

        Raises:
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            client.publications.upload_cover(
                "550e8400-e29b-41d4-a716-446655440000", body=Path("report.pdf")
            )
        """
        return self._call(
            _UPLOAD_COVER, path={"publication_id": publication_id}, body=Raw(body), options=options
        )


class AsyncPublications(AsyncResource):
    """Books, magazines and audio books on sale."""

    def list(
        self,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        filter: models.PublicationFilter | params.PublicationFilterParam | Omit = omit,
        tags: Sequence[str] | Omit = omit,
        sort: Sequence[models.ListPublicationsSortItem] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.Publication, models.PublicationPage]:
        """List publications.

        Finds publications that satisfy every condition given.

        Args:
            offset: Number of entries to skip. The server's default is 0.
            limit: Entries per page. The server's default is 25.
            filter: Conditions on single fields, such as `filter[language]=de`.
            tags: Tags that must all be present, separated by commas.
            sort: Sort keys, most important first; a leading minus reverses one. The server's
                default is ["title"].

        Returns:
            Publications of this page. Iterating over it goes through the items of all pages.
            `offset` counts the items before a page.

        Raises:
            AuthenticationError: The key is missing or wrong.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            async for publication in client.publications.list(): ...
        """
        return self._paginate(
            _LIST,
            query={
                "offset": offset,
                "limit": limit,
                "filter": styled(filter, "deepObject"),
                "tags": styled(tags, "form", explode=False),
                "sort": styled(sort, "pipeDelimited"),
            },
            options=options,
        )

    async def create(
        self,
        *,
        body: params.PublicationParam,
        idempotency_key: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Publication:
        """Add a publication.

        Args:
            body: Anything on sale, told apart by `kind`.
            idempotency_key: Token of the caller's choice; a request that repeats it gets the first
                answer again.

        Returns:
            Publication that was added.

        Raises:
            BadRequestError: The request cannot be read.
            AuthenticationError: The key is missing or wrong.
            ConflictError: The present state of the shop forbids this.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            publication = await client.publications.create(
                body={
                    "kind": "book",
                    "title": "Atlas",
                    "price": {"amount": "14.90", "currency": "EUR"},
                    "isbn": "9781111111111",
                    "author_ids": ["550e8400-e29b-41d4-a716-446655440000"],
                },
            )
        """
        return await self._call(
            _CREATE, headers={"Idempotency-Key": idempotency_key}, body=Json(body), options=options
        )

    async def get(
        self, publication_id: str, **options: Unpack[RequestOptions]
    ) -> models.Publication:
        """Get a publication.

        Args:
            publication_id: Identifies the publication.

        Returns:
            The publication.

        Raises:
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            publication = await client.publications.get("550e8400-e29b-41d4-a716-446655440000")
        """
        return await self._call(_GET, path={"publication_id": publication_id}, options=options)

    async def replace(
        self,
        publication_id: str,
        *,
        body: params.PublicationParam,
        **options: Unpack[RequestOptions],
    ) -> models.Publication:
        """Replace a publication.

        Overwrites every writable field; optional ones that are left out are cleared.

        Args:
            publication_id: Identifies the publication.
            body: Anything on sale, told apart by `kind`.

        Returns:
            The publication.

        Raises:
            BadRequestError: The request cannot be read.
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            publication = await client.publications.replace(
                "550e8400-e29b-41d4-a716-446655440000",
                body={
                    "kind": "book",
                    "title": "Atlas",
                    "price": {"amount": "14.90", "currency": "EUR"},
                    "isbn": "9781111111111",
                    "author_ids": ["550e8400-e29b-41d4-a716-446655440000"],
                },
            )
        """
        return await self._call(
            _REPLACE, path={"publication_id": publication_id}, body=Json(body), options=options
        )

    async def update(
        self,
        publication_id: str,
        *,
        title: str | Omit = omit,
        subtitle: str | None | Omit = omit,
        price: models.Money | params.MoneyParam | Omit = omit,
        published_on: date | str | None | Omit = omit,
        age_rating: models.AgeRating | None | Omit = omit,
        tags: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Publication:
        """Update a publication.

        Applies a JSON merge patch (RFC 7396), in which null clears a field.

        Args:
            publication_id: Identifies the publication.
            price: Amount in a currency.
            age_rating: Lowest recommended age in years.

        Returns:
            The publication.

        Raises:
            BadRequestError: The request cannot be read.
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            publication = await client.publications.update(
                "550e8400-e29b-41d4-a716-446655440000", title="Atlas"
            )
        """
        return await self._call(
            _UPDATE,
            path={"publication_id": publication_id},
            body=Json(
                {
                    "title": title,
                    "subtitle": subtitle,
                    "price": price,
                    "published_on": published_on,
                    "age_rating": age_rating,
                    "tags": tags,
                },
                media_type="application/merge-patch+json",
            ),
            options=options,
        )

    async def delete(self, publication_id: str, **options: Unpack[RequestOptions]) -> None:
        """Remove a publication.

        Refused while an unfinished order contains it.

        Args:
            publication_id: Identifies the publication.

        Raises:
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            ConflictError: The present state of the shop forbids this.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            await client.publications.delete("550e8400-e29b-41d4-a716-446655440000")
        """
        return await self._call(_DELETE, path={"publication_id": publication_id}, options=options)

    async def download_cover(
        self, publication_id: str, **options: Unpack[RequestOptions]
    ) -> BinaryResponse:
        """Download a cover image.

        Covers are public and need no key.

        Args:
            publication_id: Identifies the publication.

        Returns:
            The image.

        Raises:
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            result = await client.publications.download_cover(
                "550e8400-e29b-41d4-a716-446655440000"
            )
        """
        return await self._call(
            _DOWNLOAD_COVER, path={"publication_id": publication_id}, options=options
        )

    async def upload_cover(
        self, publication_id: str, *, body: FileContent, **options: Unpack[RequestOptions]
    ) -> None:
        """Upload a cover image.

        Args:
            publication_id: Identifies the publication.
            body: Bytes of a PNG or JPEG image.

        Raises:
            AuthenticationError: The key is missing or wrong.
            NotFoundError: There is no such resource.
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            await client.publications.upload_cover(
                "550e8400-e29b-41d4-a716-446655440000", body=Path("report.pdf")
            )
        """
        return await self._call(
            _UPLOAD_COVER, path={"publication_id": publication_id}, body=Raw(body), options=options
        )
