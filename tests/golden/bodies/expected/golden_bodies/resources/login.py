# Generated from Bodies 2.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Form, Operation, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_LOGIN: Operation[dict[str, str]] = Operation(
    "POST", "/login", {"200": {"application/json": lambda: dict[str, str]}}, security=()
)


class Login(Resource):
    """Operations on login."""

    def login(
        self,
        *,
        user: str,
        password: str,
        scope: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> dict[str, str]:
        """`POST /login`.

        Returns:
            In.

        Example:
            result = client.login.login(user="ada", password="correct horse battery staple")
        """
        return self._call(
            _LOGIN, body=Form({"user": user, "password": password, "scope": scope}), options=options
        )


class AsyncLogin(AsyncResource):
    """Operations on login."""

    async def login(
        self,
        *,
        user: str,
        password: str,
        scope: Sequence[str] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> dict[str, str]:
        """`POST /login`.

        Returns:
            In.

        Example:
            result = await client.login.login(user="ada", password="correct horse battery staple")
        """
        return await self._call(
            _LOGIN, body=Form({"user": user, "password": password, "scope": scope}), options=options
        )
