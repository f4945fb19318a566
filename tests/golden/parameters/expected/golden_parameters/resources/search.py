# Generated from Parameters 1.2.3 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Resource, json_text, omit, styled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from typing import Literal, Unpack

    from .. import params
    from .._runtime import Omit, RequestOptions

_SEARCH: Operation[list[models.Point]] = Operation(
    "GET",
    "/search",
    {"200": {"application/json": lambda: list[models.Point]}},
    headers={"200": {"X-Total": lambda: int}},
)


class Search(Resource):
    """Operations on search."""

    def search(
        self,
        *,
        q: str,
        filter_name: str | Omit = omit,
        where: models.Where | params.WhereParam | Omit = omit,
        csv: Sequence[str] | Omit = omit,
        piped: Sequence[int] | Omit = omit,
        spaced: Sequence[str] | Omit = omit,
        json: models.Where | params.WhereParam | Omit = omit,
        since: datetime | str | Omit = omit,
        day: date | str | Omit = omit,
        order: Literal["created_at", "-created_at"] | Omit = omit,
        limit: int | Omit = omit,
        exact: bool | None | Omit = omit,
        self_: str | Omit = omit,
        class_: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> list[models.Point]:
        """`GET /search`.

        Args:
            order: The server's default is "created_at".
            limit: The server's default is 10.

        Returns:
            What was found.

        Example:
            search = client.search.search(q="atlas")
        """
        return self._call(
            _SEARCH,
            query={
                "q": styled(q, "form", allow_reserved=True),
                "filter[name]": filter_name,
                "where": styled(where, "deepObject"),
                "csv": styled(csv, "form", explode=False),
                "piped": styled(piped, "pipeDelimited"),
                "spaced": styled(spaced, "spaceDelimited"),
                "json": json_text(json),
                "since": since,
                "day": day,
                "order": order,
                "limit": limit,
                "exact": exact,
                "self": self_,
                "class": class_,
            },
            options=options,
        )


class AsyncSearch(AsyncResource):
    """Operations on search."""

    async def search(
        self,
        *,
        q: str,
        filter_name: str | Omit = omit,
        where: models.Where | params.WhereParam | Omit = omit,
        csv: Sequence[str] | Omit = omit,
        piped: Sequence[int] | Omit = omit,
        spaced: Sequence[str] | Omit = omit,
        json: models.Where | params.WhereParam | Omit = omit,
        since: datetime | str | Omit = omit,
        day: date | str | Omit = omit,
        order: Literal["created_at", "-created_at"] | Omit = omit,
        limit: int | Omit = omit,
        exact: bool | None | Omit = omit,
        self_: str | Omit = omit,
        class_: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> list[models.Point]:
        """`GET /search`.

        Args:
            order: The server's default is "created_at".
            limit: The server's default is 10.

        Returns:
            What was found.

        Example:
            search = await client.search.search(q="atlas")
        """
        return await self._call(
            _SEARCH,
            query={
                "q": styled(q, "form", allow_reserved=True),
                "filter[name]": filter_name,
                "where": styled(where, "deepObject"),
                "csv": styled(csv, "form", explode=False),
                "piped": styled(piped, "pipeDelimited"),
                "spaced": styled(spaced, "spaceDelimited"),
                "json": json_text(json),
                "since": since,
                "day": day,
                "order": order,
                "limit": limit,
                "exact": exact,
                "self": self_,
                "class": class_,
            },
            options=options,
        )
