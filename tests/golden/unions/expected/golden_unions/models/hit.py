# Generated from Unions 1 by twinspec; changes are lost.

from .._runtime.models import Model, Number


class Hit(Model):
    id: str

    score: Number | None = None
