# Generated from Bodies 2.0 by twinspec; changes are lost.

from .._runtime.models import Model
from .import_options import ImportOptions


class ImportNotesBody(Model):
    files: list[str]

    options: ImportOptions | None = None

    dry_run: bool | None = None


class ImportNotesResponse(Model):
    job: str | None = None
