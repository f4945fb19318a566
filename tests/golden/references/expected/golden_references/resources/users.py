# Generated from References 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Json, Operation, Resource, omit

if TYPE_CHECKING:
    import builtins
    from typing import Any, Literal, Unpack

    from .. import params
    from .._runtime import Omit, RequestOptions

_LIST: Operation[list[models.User]] = Operation(
    "GET",
    "/users",
    {"200": {"application/json": lambda: list[models.User]}},
    errors={"default": {"application/problem+json": lambda: models.Problem}},
)
_GET: Operation[models.User] = Operation(
    "GET",
    "/users/{id}",
    {"200": {"application/json": lambda: models.User}},
    errors={"404": {"application/problem+json": lambda: models.Problem}},
    headers={"200": {"X-Rate": lambda: int}},
)
_UPDATE: Operation[models.User] = Operation(
    "PATCH",
    "/users/{id}",
    {"200": {"application/json": lambda: models.User}},
    headers={"200": {"X-Rate": lambda: int}},
)


class Users(Resource):
    """Operations on users."""

    def list(
        self,
        *,
        status: Literal["active", "blocked"] | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[models.User]:
        """List users: `GET /users`.

        Returns:
            Users.

        Raises:
            APIStatusError: Something is wrong.

        Example:
            users = client.users.list()
        """
        return self._call(_LIST, query={"status": status, "limit": limit}, options=options)

    def get(self, id: str, **options: Unpack[RequestOptions]) -> models.User:
        """Get user: `GET /users/{id}`.

        Args:
            id: Id of the user.

        Returns:
            The user.

        Raises:
            NotFoundError: Something is wrong.

        Example:
            user = client.users.get("user_123")
        """
        return self._call(_GET, path={"id": id}, options=options)

    def update(
        self,
        id: str,
        *,
        body_id: str,
        name: str | Omit = omit,
        address: models.Address | params.AddressParam | Omit = omit,
        city: models.City | Omit = omit,
        status: models.Status | Omit = omit,
        gone: Any = omit,
        **options: Unpack[RequestOptions],
    ) -> models.User:
        """Update user: `PATCH /users/{id}`.

        Args:
            id: Id of the user.
            body_id: Id of the user.

        Returns:
            The user.

        Example:
            user = client.users.update("user_123", body_id="u1", name="Ada")
        """
        return self._call(
            _UPDATE,
            path={"id": id},
            body=Json(
                {
                    "id": body_id,
                    "name": name,
                    "address": address,
                    "city": city,
                    "status": status,
                    "gone": gone,
                }
            ),
            options=options,
        )


class AsyncUsers(AsyncResource):
    """Operations on users."""

    async def list(
        self,
        *,
        status: Literal["active", "blocked"] | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> builtins.list[models.User]:
        """List users: `GET /users`.

        Returns:
            Users.

        Raises:
            APIStatusError: Something is wrong.

        Example:
            users = await client.users.list()
        """
        return await self._call(_LIST, query={"status": status, "limit": limit}, options=options)

    async def get(self, id: str, **options: Unpack[RequestOptions]) -> models.User:
        """Get user: `GET /users/{id}`.

        Args:
            id: Id of the user.

        Returns:
            The user.

        Raises:
            NotFoundError: Something is wrong.

        Example:
            user = await client.users.get("user_123")
        """
        return await self._call(_GET, path={"id": id}, options=options)

    async def update(
        self,
        id: str,
        *,
        body_id: str,
        name: str | Omit = omit,
        address: models.Address | params.AddressParam | Omit = omit,
        city: models.City | Omit = omit,
        status: models.Status | Omit = omit,
        gone: Any = omit,
        **options: Unpack[RequestOptions],
    ) -> models.User:
        """Update user: `PATCH /users/{id}`.

        Args:
            id: Id of the user.
            body_id: Id of the user.

        Returns:
            The user.

        Example:
            user = await client.users.update("user_123", body_id="u1", name="Ada")
        """
        return await self._call(
            _UPDATE,
            path={"id": id},
            body=Json(
                {
                    "id": body_id,
                    "name": name,
                    "address": address,
                    "city": city,
                    "status": status,
                    "gone": gone,
                }
            ),
            options=options,
        )
