# Generated from Defaults 1 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Open

Mode = Annotated[Literal["slow", "fast"], Open]
