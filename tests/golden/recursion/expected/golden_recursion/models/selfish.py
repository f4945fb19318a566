# Generated from Recursion 1 by twinspec; changes are lost.

from .._runtime.models import Model


class Selfish(Model):
    a: str | None = None
