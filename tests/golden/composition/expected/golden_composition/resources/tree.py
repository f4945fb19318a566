# Generated from Composition 0.0.1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Resource

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import RequestOptions

_GET: Operation[models.Node] = Operation(
    "GET", "/tree", {"200": {"application/json": lambda: models.Node}}
)


class Tree(Resource):
    """Operations on tree."""

    def get(self, **options: Unpack[RequestOptions]) -> models.Node:
        """Get tree: `GET /tree`.

        Returns:
            It.

        Example:
            tree = client.tree.get()
        """
        return self._call(_GET, options=options)


class AsyncTree(AsyncResource):
    """Operations on tree."""

    async def get(self, **options: Unpack[RequestOptions]) -> models.Node:
        """Get tree: `GET /tree`.

        Returns:
            It.

        Example:
            tree = await client.tree.get()
        """
        return await self._call(_GET, options=options)
