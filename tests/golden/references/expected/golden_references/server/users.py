# Generated from References 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins
    from typing import Literal

    from .. import models
    from ._runtime import Reply, Request


class UsersHandlers:
    """Operations on users."""

    async def list(
        self,
        request: Request,
        *,
        status: Literal["active", "blocked"] | None = None,
        limit: int | None = None,
    ) -> builtins.list[models.User] | Reply:
        """List users: `GET /users`."""
        raise NotImplementedError

    async def get(self, request: Request, id: str) -> models.User | Reply:
        """Get user: `GET /users/{id}`.

        Args:
            id: Id of the user.
        """
        raise NotImplementedError

    async def update(self, request: Request, id: str, body: models.User) -> models.User | Reply:
        """Update user: `PATCH /users/{id}`.

        Args:
            id: Id of the user.
        """
        raise NotImplementedError
