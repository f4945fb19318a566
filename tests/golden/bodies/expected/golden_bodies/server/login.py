# Generated from Bodies 2.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from ._runtime import Reply, Request


class LoginHandlers:
    """Operations on login."""

    async def login(self, request: Request, body: dict[str, Any]) -> dict[str, str] | Reply:
        """`POST /login`.

        Args:
            body: The fields of the form: `user`, `password`, `scope`.
        """
        raise NotImplementedError
