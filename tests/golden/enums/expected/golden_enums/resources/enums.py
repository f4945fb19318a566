# Generated from Enums 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal, Unpack

    from .._runtime import Omit, RequestOptions

_GET: Operation[models.Enums] = Operation(
    "GET", "/enums/{zone}", {"200": {"application/json": lambda: models.Enums}}
)


class Enums(Resource):
    """Operations on enums."""

    def get(
        self,
        zone: models.Zone,
        *,
        sort: Sequence[Literal["created_at", "-created_at"]] | Omit = omit,
        level: Literal[-1, 0, 1] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Enums:
        """Get enums: `GET /enums/{zone}`.

        Args:
            level: The server's default is -1.

        Example:
            enum = client.enums.get("Etc/GMT+1")
        """
        return self._call(
            _GET, path={"zone": zone}, query={"sort": sort, "level": level}, options=options
        )


class AsyncEnums(AsyncResource):
    """Operations on enums."""

    async def get(
        self,
        zone: models.Zone,
        *,
        sort: Sequence[Literal["created_at", "-created_at"]] | Omit = omit,
        level: Literal[-1, 0, 1] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Enums:
        """Get enums: `GET /enums/{zone}`.

        Args:
            level: The server's default is -1.

        Example:
            enum = await client.enums.get("Etc/GMT+1")
        """
        return await self._call(
            _GET, path={"zone": zone}, query={"sort": sort, "level": level}, options=options
        )
