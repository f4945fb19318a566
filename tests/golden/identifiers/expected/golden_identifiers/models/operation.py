# Generated from Identifiers 1 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model
from .page import Page


class Operation(Model):
    page: Annotated[Page | None, Alias("Page")] = None

    models: str | None = None
