# Generated from Composition 0.0.1 by twinspec; changes are lost.

from .._runtime.models import Model
from .pet import Pet


class ListPetsResponse(Model):
    data: list[Pet]

    total: int

    page: int | None = None
