# Generated from Unions 1 by twinspec; changes are lost.

from .._runtime.models import Model


class Large(Model):
    a: str | None = None

    b: int | None = None
