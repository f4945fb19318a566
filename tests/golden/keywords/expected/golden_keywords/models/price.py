# Generated from Keywords 1 by twinspec; changes are lost.

from .._runtime.models import Model, Number


class Price(Model):
    amount: Number | None = None
