# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Open

ListPublicationsSortItem = Annotated[
    Literal["title", "-title", "price", "-price", "published_on", "-published_on"], Open
]
