# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.

from .._runtime.models import Model


class SearchBooksQ(Model):
    text: str

    tags: list[str] | None = None
