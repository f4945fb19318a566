# Generated from Documents 1.0 by twinspec; changes are lost.

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Resource

if TYPE_CHECKING:
    from .odata_users import AsyncOdataUsers, OdataUsers


class Odata(Resource):
    """Operations on odata."""

    @cached_property
    def users(self) -> OdataUsers:
        """Operations on odata users."""
        from .odata_users import OdataUsers

        return OdataUsers(self._client)


class AsyncOdata(AsyncResource):
    """Operations on odata."""

    @cached_property
    def users(self) -> AsyncOdataUsers:
        """Operations on odata users."""
        from .odata_users import AsyncOdataUsers

        return AsyncOdataUsers(self._client)
