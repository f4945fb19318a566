# Generated from Keywords 1 by twinspec; changes are lost.

from .._runtime.models import Model


class Part(Model):
    n: int | None = None


class Local(Model):
    part: Part | None = None
