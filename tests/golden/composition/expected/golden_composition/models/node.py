# Generated from Composition 0.0.1 by twinspec; changes are lost.

from .._runtime.models import Model


class Node(Model):
    value: str | None = None

    children: "list[Node] | None" = None

    parent: "Node | None" = None
