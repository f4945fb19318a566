# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Resource, omit

if TYPE_CHECKING:
    import builtins
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_IMPORT: Operation[models.Class] = Operation(
    "GET", "/class/{from}/{self}", {"200": {"application/json": lambda: models.Class}}
)
_LIST: Operation[list[models.Dict]] = Operation(
    "GET", "/list", {"200": {"application/json": lambda: list[models.Dict]}}
)
_GET_LIST_AGAIN: Operation[list[str]] = Operation(
    "GET", "/list-again", {"200": {"application/json": lambda: list[str]}}
)


class Global(Resource):
    """Operations on global."""

    def import_(
        self,
        from_: str,
        self_: str,
        *,
        options_: str | Omit = omit,
        uni_code: str | Omit = omit,
        ab_c_d: str | Omit = omit,
        foo_bar: str | Omit = omit,
        query_foo_bar: str | Omit = omit,
        value_123: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Class:
        """\"\"\"; import os; os.system('true'); \"\"\".

        Args:
            from_: ends with a quote ".

        Returns:
            Fine.

        Example:
            global_ = client.global_.import_("from", "self")
        """
        return self._call(
            _IMPORT,
            path={"from": from_, "self": self_},
            query={
                "options": options_,
                "ünï cödé": uni_code,
                "a'b\"c\\d": ab_c_d,
                "fooBar": foo_bar,
                "foo_bar": query_foo_bar,
                "123": value_123,
            },
            options=options,
        )

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[models.Dict]:
        """`GET /list`.

        Returns:
            All.

        Example:
            global_ = client.global_.list()
        """
        return self._call(_LIST, options=options)

    def get_list_again(self, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """`GET /list-again`.

        Returns:
            All.

        Example:
            result = client.global_.get_list_again()
        """
        return self._call(_GET_LIST_AGAIN, options=options)


class AsyncGlobal(AsyncResource):
    """Operations on global."""

    async def import_(
        self,
        from_: str,
        self_: str,
        *,
        options_: str | Omit = omit,
        uni_code: str | Omit = omit,
        ab_c_d: str | Omit = omit,
        foo_bar: str | Omit = omit,
        query_foo_bar: str | Omit = omit,
        value_123: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Class:
        """\"\"\"; import os; os.system('true'); \"\"\".

        Args:
            from_: ends with a quote ".

        Returns:
            Fine.

        Example:
            global_ = await client.global_.import_("from", "self")
        """
        return await self._call(
            _IMPORT,
            path={"from": from_, "self": self_},
            query={
                "options": options_,
                "ünï cödé": uni_code,
                "a'b\"c\\d": ab_c_d,
                "fooBar": foo_bar,
                "foo_bar": query_foo_bar,
                "123": value_123,
            },
            options=options,
        )

    async def list(self, **options: Unpack[RequestOptions]) -> builtins.list[models.Dict]:
        """`GET /list`.

        Returns:
            All.

        Example:
            global_ = await client.global_.list()
        """
        return await self._call(_LIST, options=options)

    async def get_list_again(self, **options: Unpack[RequestOptions]) -> builtins.list[str]:
        """`GET /list-again`.

        Returns:
            All.

        Example:
            result = await client.global_.get_list_again()
        """
        return await self._call(_GET_LIST_AGAIN, options=options)
