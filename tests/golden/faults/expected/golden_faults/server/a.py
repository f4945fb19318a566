# Generated from Faults by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from ._runtime import Request


class AHandlers:
    """Operations on a."""

    async def get(self, request: Request, id: str, *, q: Any = None) -> Any:
        """Get a: `GET /a/{id}`."""
        raise NotImplementedError
