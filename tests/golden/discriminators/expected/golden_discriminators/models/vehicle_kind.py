# Generated from Discriminators 1 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Open

VehicleKind = Annotated[Literal["car", "bike", "plain"], Open]
