# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import JsonText, Model, Open
from .book import Book


class WatchChangesEvent(Model):
    event: Annotated[Literal["added", "removed"] | None, Open] = None

    data: Annotated[Book, JsonText]

    id: str | None = None
