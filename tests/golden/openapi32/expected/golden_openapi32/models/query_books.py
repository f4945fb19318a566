# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.

from .._runtime.models import Model


class QueryBooksBody(Model):
    title: str | None = None

    year: int | None = None
