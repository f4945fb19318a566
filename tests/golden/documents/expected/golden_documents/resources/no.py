# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Resource

if TYPE_CHECKING:
    from .no_slash import AsyncNoSlash, NoSlash


class No(Resource):
    """Operations on no."""

    @cached_property
    def slash(self) -> NoSlash:
        """Operations on no slash."""
        from .no_slash import NoSlash

        return NoSlash(self._client)


class AsyncNo(AsyncResource):
    """Operations on no."""

    @cached_property
    def slash(self) -> AsyncNoSlash:
        """Operations on no slash."""
        from .no_slash import AsyncNoSlash

        return AsyncNoSlash(self._client)
