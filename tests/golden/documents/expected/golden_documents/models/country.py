# Generated from Documents 1.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model, Number


class Country(Model):
    no: str | None = None

    field_2024_01_01: Annotated[int | None, Alias("2024-01-01")] = None

    field_012: Annotated[str | None, Alias("012")] = None

    big: int | None = None

    unit: str | None = None

    price: Number | None = None

    loop: "Country | None" = None
