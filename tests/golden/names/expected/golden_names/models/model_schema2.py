# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.

from .._runtime.models import Model
from .any_model import AnyModel


class ModelSchema2(Model):
    any: AnyModel | None = None
