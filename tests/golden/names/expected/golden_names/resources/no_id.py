# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Resource

if TYPE_CHECKING:
    from .no_id_things import AsyncNoIdThings, NoIdThings


class NoId(Resource):
    """Operations on no id."""

    @cached_property
    def things(self) -> NoIdThings:
        """Operations on no id things."""
        from .no_id_things import NoIdThings

        return NoIdThings(self._client)


class AsyncNoId(AsyncResource):
    """Operations on no id."""

    @cached_property
    def things(self) -> AsyncNoIdThings:
        """Operations on no id things."""
        from .no_id_things import AsyncNoIdThings

        return AsyncNoIdThings(self._client)
