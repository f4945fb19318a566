# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Open

LiteralModel = Annotated[Literal["a", "b", 'quote"', "new\nline", "back\\slash", "'"], Open]
