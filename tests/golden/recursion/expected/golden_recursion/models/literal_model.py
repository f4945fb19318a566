# Generated from Recursion 1 by twinspec; changes are lost.

from .._runtime.models import Model, Number


class LiteralModel(Model):
    value: Number
