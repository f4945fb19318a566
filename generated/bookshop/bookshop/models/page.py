# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from .._runtime.models import Model


class Page(Model):
    """Position of a page in its list."""

    offset: int

    limit: int

    total: int
    """Entries in the whole list."""
