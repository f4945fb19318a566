# Generated from Discriminators 1 by twinspec; changes are lost.

from .._runtime.models import Model


class Base(Model):
    type: str

    id: str | None = None
