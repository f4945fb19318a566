# Generated from Keywords 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Json, Operation, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, Unpack

    from .. import params
    from .._runtime import Omit, RequestOptions

_CHECK: Operation[models.Keywords] = Operation(
    "POST", "/keywords", {"200": {"application/json": lambda: models.Keywords}}
)


class Keywords(Resource):
    """Operations on keywords."""

    def check(
        self,
        *,
        sibling: str | Omit = omit,
        pair: tuple[str, int] | Omit = omit,
        open_pair: Sequence[str | int | bool] | Omit = omit,
        patterns: Mapping[str, str | int] | Omit = omit,
        names: Mapping[str, float] | Omit = omit,
        typed: models.KeywordsTyped | params.KeywordsTypedParam | Omit = omit,
        closed: models.KeywordsClosed | params.KeywordsClosedParam | Omit = omit,
        contains: Sequence[int] | Omit = omit,
        conditional: models.KeywordsConditional | params.KeywordsConditionalParam | Omit = omit,
        not_: str | int | Omit = omit,
        true: Any = omit,
        false: Any = omit,
        tree: models.Tree | params.TreeParam | Omit = omit,
        local: models.Local | params.LocalParam | Omit = omit,
        anchored: models.Word | Omit = omit,
        identified: models.Price | params.PriceParam | Omit = omit,
        types: (
            str
            | int
            | Sequence[str]
            | models.KeywordsTypesObject
            | params.KeywordsTypesObjectParam
            | None
            | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Keywords:
        """Check keywords: `POST /keywords`.

        Args:
            sibling: Another one. Deprecated.

        Example:
            keyword = client.keywords.check(not_="not")
        """
        return self._call(
            _CHECK,
            body=Json(
                {
                    "sibling": sibling,
                    "pair": pair,
                    "open_pair": open_pair,
                    "patterns": patterns,
                    "names": names,
                    "typed": typed,
                    "closed": closed,
                    "contains": contains,
                    "conditional": conditional,
                    "not": not_,
                    "true": true,
                    "false": false,
                    "tree": tree,
                    "local": local,
                    "anchored": anchored,
                    "identified": identified,
                    "types": types,
                }
            ),
            options=options,
        )


class AsyncKeywords(AsyncResource):
    """Operations on keywords."""

    async def check(
        self,
        *,
        sibling: str | Omit = omit,
        pair: tuple[str, int] | Omit = omit,
        open_pair: Sequence[str | int | bool] | Omit = omit,
        patterns: Mapping[str, str | int] | Omit = omit,
        names: Mapping[str, float] | Omit = omit,
        typed: models.KeywordsTyped | params.KeywordsTypedParam | Omit = omit,
        closed: models.KeywordsClosed | params.KeywordsClosedParam | Omit = omit,
        contains: Sequence[int] | Omit = omit,
        conditional: models.KeywordsConditional | params.KeywordsConditionalParam | Omit = omit,
        not_: str | int | Omit = omit,
        true: Any = omit,
        false: Any = omit,
        tree: models.Tree | params.TreeParam | Omit = omit,
        local: models.Local | params.LocalParam | Omit = omit,
        anchored: models.Word | Omit = omit,
        identified: models.Price | params.PriceParam | Omit = omit,
        types: (
            str
            | int
            | Sequence[str]
            | models.KeywordsTypesObject
            | params.KeywordsTypesObjectParam
            | None
            | Omit
        ) = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Keywords:
        """Check keywords: `POST /keywords`.

        Args:
            sibling: Another one. Deprecated.

        Example:
            keyword = await client.keywords.check(not_="not")
        """
        return await self._call(
            _CHECK,
            body=Json(
                {
                    "sibling": sibling,
                    "pair": pair,
                    "open_pair": open_pair,
                    "patterns": patterns,
                    "names": names,
                    "typed": typed,
                    "closed": closed,
                    "contains": contains,
                    "conditional": conditional,
                    "not": not_,
                    "true": true,
                    "false": false,
                    "tree": tree,
                    "local": local,
                    "anchored": anchored,
                    "identified": identified,
                    "types": types,
                }
            ),
            options=options,
        )
