# Generated from Parameters 1.2.3 by twinspec; changes are lost.

from .._runtime.models import Model, Number


class Point(Model):
    x: Number

    y: Number

    label: str | None = None
