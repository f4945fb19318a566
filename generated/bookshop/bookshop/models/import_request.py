# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from .._runtime.models import Model
from .import_options import ImportOptions


class ImportRequest(Model):
    """Catalog file with instructions."""

    file: str
    """CSV or ONIX file, 20 MB at most."""

    options: ImportOptions | None = None
