# Generated from Identifiers 1 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class Page(Model):
    annotated: Annotated[str | None, Alias("Annotated")] = None

    str_: Annotated[str | None, Alias("str")] = None

    none: int | None = None
