# Generated from Recursion 1 by twinspec; changes are lost.

from .._runtime.models import Model


class Sister(Model):
    name: str | None = None

    brother: "Brother | None" = None


class Brother(Model):
    name: str | None = None

    sister: Sister | None = None
