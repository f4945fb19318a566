# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Resource, omit

if TYPE_CHECKING:
    import builtins
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_LIST: Operation[list[models.Category]] = Operation(
    "GET", "/categories", {"200": {"application/json": lambda: list[models.Category]}}, security=()
)


class Categories(Resource):
    """The shelves of the shop."""

    def list(
        self, *, accept_language: models.Language | Omit = omit, **options: Unpack[RequestOptions]
    ) -> builtins.list[models.Category]:
        """List categories.

        Returns the whole tree; no key needed.

        Args:
            accept_language: Language of the names.

        Returns:
            Top-level categories.

        Raises:
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            categories = client.categories.list()
        """
        return self._call(_LIST, headers={"Accept-Language": accept_language}, options=options)


class AsyncCategories(AsyncResource):
    """The shelves of the shop."""

    async def list(
        self, *, accept_language: models.Language | Omit = omit, **options: Unpack[RequestOptions]
    ) -> builtins.list[models.Category]:
        """List categories.

        Returns the whole tree; no key needed.

        Args:
            accept_language: Language of the names.

        Returns:
            Top-level categories.

        Raises:
            UnprocessableEntityError: Some values are not acceptable; `errors` tells which.

        Example:
            categories = await client.categories.list()
        """
        return await self._call(
            _LIST, headers={"Accept-Language": accept_language}, options=options
        )
