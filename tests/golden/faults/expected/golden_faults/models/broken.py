# Generated from Faults by twinspec; changes are lost.

from typing import Annotated, Any

from .._runtime.models import Alias, Model
from .loop import Loop


class Broken(Model):
    name: str | None = None

    empty: str | None = None

    list_: Annotated[list[Any] | None, Alias("list")] = None

    odd: Any = None

    loop: Loop | None = None
