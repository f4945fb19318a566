# Generated from Streams 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model
from .line import Line


class ListEventsResponse(Model):
    items: list[Line]

    next_cursor: Annotated[str | None, Alias("nextCursor")] = None

    has_more: Annotated[bool | None, Alias("hasMore")] = None
