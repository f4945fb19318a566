# Generated from References 1 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Open

Status = Annotated[Literal["active", "blocked"], Open]
