# Generated from Recursion 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Json, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .. import params
    from .._runtime import RequestOptions

_EVALUATE: Operation[models.Comment] = Operation(
    "POST", "/expressions", {"200": {"application/json": lambda: models.Comment}}
)


class Expressions(Resource):
    """Operations on expressions."""

    def evaluate(
        self, *, body: params.ExpressionParam, **options: Unpack[RequestOptions]
    ) -> models.Comment:
        """`POST /expressions`.

        Example:
            expression = client.expressions.evaluate(body={"value": 1})
        """
        return self._call(_EVALUATE, body=Json(body), options=options)


class AsyncExpressions(AsyncResource):
    """Operations on expressions."""

    async def evaluate(
        self, *, body: params.ExpressionParam, **options: Unpack[RequestOptions]
    ) -> models.Comment:
        """`POST /expressions`.

        Example:
            expression = await client.expressions.evaluate(body={"value": 1})
        """
        return await self._call(_EVALUATE, body=Json(body), options=options)
