# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Model, Open


class ImportOptions(Model):
    """How to treat the file."""

    dry_run: bool = False
    """Check the file and change nothing."""

    on_duplicate: Annotated[Literal["skip", "replace", "fail"], Open] = "skip"
