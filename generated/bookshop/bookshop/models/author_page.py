# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from .._runtime.models import Model
from .author import Author


class AuthorPage(Model):
    offset: int

    limit: int

    total: int
    """Entries in the whole list."""

    items: list[Author]
