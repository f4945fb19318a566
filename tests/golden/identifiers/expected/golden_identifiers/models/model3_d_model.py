# Generated from Identifiers 1 by twinspec; changes are lost.

from .._runtime.models import Model, Number


class Model3DModel(Model):
    x: Number | None = None
