# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from .._runtime.models import Date, Model


class Award(Model):
    name: str

    year: int


class Author(Model):
    """Person who writes books."""

    id: str

    name: str

    born_on: Date | None = None

    links: dict[str, str] | None = None
    """Web pages, by label."""

    awards: list[Award] | None = None
