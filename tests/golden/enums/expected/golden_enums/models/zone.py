# Generated from Enums 1 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Open

Zone = Annotated[Literal["Etc/GMT+1", "Etc/GMT-1", "UTC"], Open]
