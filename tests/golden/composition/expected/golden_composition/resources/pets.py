# Generated from Composition 0.0.1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Json, NumberPages, Operation, PageOperation, Resource, omit

if TYPE_CHECKING:
    from typing import Unpack

    from .. import params
    from .._runtime import AsyncPage, Omit, Page, RequestOptions

_LIST: PageOperation[models.Pet, models.ListPetsResponse] = PageOperation(
    "GET",
    "/pets",
    {"200": {"application/json": lambda: models.ListPetsResponse}},
    pages=NumberPages(items="data", page="page", size="per_page", total="total", default_size=30),
)
_CREATE: Operation[models.Pet] = Operation(
    "POST", "/pets", {"201": {"application/json": lambda: models.Pet}}
)


class Pets(Resource):
    """Operations on pets."""

    def list(
        self,
        *,
        page: int | Omit = omit,
        per_page: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> Page[models.Pet, models.ListPetsResponse]:
        """List pets: `GET /pets`.

        Args:
            page: The server's default is 1.
            per_page: The server's default is 30.

        Returns:
            A page. Iterating over it goes through the items of all pages. They are numbered from 1
            by `page`.

        Example:
            for pet in client.pets.list(): ...
        """
        return self._paginate(_LIST, query={"page": page, "per_page": per_page}, options=options)

    def create(self, *, body: params.PetParam, **options: Unpack[RequestOptions]) -> models.Pet:
        """Create pet: `POST /pets`.

        Returns:
            Made.

        Example:
            pet = client.pets.create(body={"kind": "cat", "name": "Atlas"})
        """
        return self._call(_CREATE, body=Json(body), options=options)


class AsyncPets(AsyncResource):
    """Operations on pets."""

    def list(
        self,
        *,
        page: int | Omit = omit,
        per_page: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> AsyncPage[models.Pet, models.ListPetsResponse]:
        """List pets: `GET /pets`.

        Args:
            page: The server's default is 1.
            per_page: The server's default is 30.

        Returns:
            A page. Iterating over it goes through the items of all pages. They are numbered from 1
            by `page`.

        Example:
            async for pet in client.pets.list(): ...
        """
        return self._paginate(_LIST, query={"page": page, "per_page": per_page}, options=options)

    async def create(
        self, *, body: params.PetParam, **options: Unpack[RequestOptions]
    ) -> models.Pet:
        """Create pet: `POST /pets`.

        Returns:
            Made.

        Example:
            pet = await client.pets.create(body={"kind": "cat", "name": "Atlas"})
        """
        return await self._call(_CREATE, body=Json(body), options=options)
