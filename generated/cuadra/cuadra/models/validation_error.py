# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class ValidationError(Model):
    loc: list[str | int]

    msg: str

    type: str
