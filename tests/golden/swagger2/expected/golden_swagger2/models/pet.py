# Generated from Swagger 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Date, Model


class Pet(Model):
    id: int

    name: str

    tag: str | None = None

    born: Date | None = None
