# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins

    from .. import models
    from ._runtime import Reply, Request


class GlobalHandlers:
    """Operations on global."""

    async def import_(
        self,
        request: Request,
        from_: str,
        self_: str,
        *,
        options_: str | None = None,
        uni_code: str | None = None,
        ab_c_d: str | None = None,
        foo_bar: str | None = None,
        query_foo_bar: str | None = None,
        value_123: str | None = None,
    ) -> models.Class | Reply:
        """\"\"\"; import os; os.system('true'); \"\"\".

        Args:
            from_: ends with a quote ".
        """
        raise NotImplementedError

    async def list(self, request: Request) -> builtins.list[models.Dict] | Reply:
        """`GET /list`."""
        raise NotImplementedError

    async def get_list_again(self, request: Request) -> builtins.list[str] | Reply:
        """`GET /list-again`."""
        raise NotImplementedError
