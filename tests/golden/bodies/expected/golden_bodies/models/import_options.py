# Generated from Bodies 2.0 by twinspec; changes are lost.

from .._runtime.models import Model


class ImportOptions(Model):
    overwrite: bool | None = None

    folder: str | None = None
