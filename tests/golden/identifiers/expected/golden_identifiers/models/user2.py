# Generated from Identifiers 1 by twinspec; changes are lost.

from .._runtime.models import Model


class User2(Model):
    a: str | None = None
