# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class ModelSchema(Model):
    model: Annotated["ModelSchema | None", Alias("Model")] = None
