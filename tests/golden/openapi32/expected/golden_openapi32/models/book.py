# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.

from .._runtime.models import Model


class Book(Model):
    id: str

    title: str | None = None
