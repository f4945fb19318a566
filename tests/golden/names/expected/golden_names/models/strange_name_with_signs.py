# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.

from .._runtime.models import Model


class StrangeNameWithSigns(Model):
    ok: bool | None = None
