# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.

from .._runtime.models import Model
from .literal_model import LiteralModel


class AnyModel(Model):
    literal: LiteralModel | None = None
