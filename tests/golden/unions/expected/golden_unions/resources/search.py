# Generated from Unions 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Json, Operation, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .. import params
    from .._runtime import Omit, RequestOptions

_SEARCH: Operation[models.Hit | list[models.Hit]] = Operation(
    "GET", "/search", {"200": {"application/json": lambda: models.Hit | list[models.Hit]}}
)
_INDEX: Operation[models.Answer] = Operation(
    "POST", "/search", {"200": {"application/json": lambda: models.Answer}}
)


class Search(Resource):
    """Operations on search."""

    def search(
        self,
        *,
        id: int | str | None | Omit = omit,
        tags: str | Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Hit | list[models.Hit]:
        """`GET /search`.

        Example:
            result = client.search.search()
        """
        return self._call(_SEARCH, query={"id": id, "tags": tags}, options=options)

    def index(
        self,
        *,
        body: models.Hit | params.HitParam | Sequence[models.Hit | params.HitParam],
        **options: Unpack[RequestOptions],
    ) -> models.Answer:
        """`POST /search`.

        Example:
            search = client.search.index(body={"id": "123"})
        """
        return self._call(_INDEX, body=Json(body), options=options)


class AsyncSearch(AsyncResource):
    """Operations on search."""

    async def search(
        self,
        *,
        id: int | str | None | Omit = omit,
        tags: str | Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Hit | list[models.Hit]:
        """`GET /search`.

        Example:
            result = await client.search.search()
        """
        return await self._call(_SEARCH, query={"id": id, "tags": tags}, options=options)

    async def index(
        self,
        *,
        body: models.Hit | params.HitParam | Sequence[models.Hit | params.HitParam],
        **options: Unpack[RequestOptions],
    ) -> models.Answer:
        """`POST /search`.

        Example:
            search = await client.search.index(body={"id": "123"})
        """
        return await self._call(_INDEX, body=Json(body), options=options)
