# Generated from References 1 by twinspec; changes are lost.

from .._runtime.models import Model


class Address(Model):
    street: str | None = None

    city: str | None = None
