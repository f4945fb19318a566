# Generated from Discriminators 1 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Model


class InlineA(Model):
    type: Literal["a"]

    id: str | None = None

    a: str | None = None


class InlineB(Model):
    type: Literal["b"]

    id: str | None = None

    b: str | None = None


Inline = InlineA | InlineB
