# Generated from Identifiers 1 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class Private(Model):
    id_2: Annotated[str | None, Alias("_id")] = None

    underscore: Annotated[str | None, Alias("_")] = None

    field_1: Annotated[str | None, Alias("1")] = None

    id: str | None = None
