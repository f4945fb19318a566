# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class Dict(Model):
    list_: Annotated[list[str] | None, Alias("list")] = None

    str_: Annotated[str | None, Alias("str")] = None

    other: list[int] | None = None
