# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from .._runtime.models import Model


class Category(Model):
    """Shelf that may contain further shelves."""

    slug: str

    name: str

    children: "list[Category] | None" = None
