# Generated from Parameters 1.2.3 by twinspec; changes are lost.

from .._runtime.models import Model


class WhereRange(Model):
    min: int | None = None

    max: int | None = None


class Where(Model):
    name: str | None = None

    range: WhereRange | None = None
