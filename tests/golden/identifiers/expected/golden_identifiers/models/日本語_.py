# Generated from Identifiers 1 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class 日本語(Model):
    名前: str | None = None

    ete: Annotated[bool | None, Alias("été")] = None
