# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    import builtins
    from typing import Literal, Unpack

    from .._runtime import RequestOptions

_GET: Operation[models.Country] = Operation(
    "GET", "/countries/{code}", {"200": {"application/json": lambda: models.Country}}
)
_DELETE: Operation[None] = Operation("DELETE", "/countries/{id}", {"204": {}})
_LIST: Operation[list[models.Country]] = Operation(
    "GET", "/countries/", {"200": {"application/json": lambda: list[models.Country]}}
)


class Countries(Resource):
    """Operations on countries."""

    def get(
        self, code: Literal["no", "se", "yes", "on"], **options: Unpack[RequestOptions]
    ) -> models.Country:
        """`GET /countries/{code}`.

        Example:
            country = client.countries.get("no")
        """
        return self._call(_GET, path={"code": code}, options=options)

    def delete(self, id: str, **options: Unpack[RequestOptions]) -> None:
        """`DELETE /countries/{id}`.

        Example:
            client.countries.delete("country_123")
        """
        return self._call(_DELETE, path={"id": id}, options=options)

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[models.Country]:
        """`GET /countries/`.

        Example:
            countries = client.countries.list()
        """
        return self._call(_LIST, options=options)


class AsyncCountries(AsyncResource):
    """Operations on countries."""

    async def get(
        self, code: Literal["no", "se", "yes", "on"], **options: Unpack[RequestOptions]
    ) -> models.Country:
        """`GET /countries/{code}`.

        Example:
            country = await client.countries.get("no")
        """
        return await self._call(_GET, path={"code": code}, options=options)

    async def delete(self, id: str, **options: Unpack[RequestOptions]) -> None:
        """`DELETE /countries/{id}`.

        Example:
            await client.countries.delete("country_123")
        """
        return await self._call(_DELETE, path={"id": id}, options=options)

    async def list(self, **options: Unpack[RequestOptions]) -> builtins.list[models.Country]:
        """`GET /countries/`.

        Example:
            countries = await client.countries.list()
        """
        return await self._call(_LIST, options=options)
