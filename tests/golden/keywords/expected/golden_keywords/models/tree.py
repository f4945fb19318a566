# Generated from Keywords 1 by twinspec; changes are lost.

from .._runtime.models import Model


class Tree(Model):
    value: str | None = None

    children: "list[Tree] | None" = None
