# Generated from Bodies 2.0 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .author import Author as Author
    from .create_note import CreateNoteBody as CreateNoteBody
    from .download_attachment import DownloadAttachmentResponse404 as DownloadAttachmentResponse404
    from .import_notes import ImportNotesBody as ImportNotesBody
    from .import_notes import ImportNotesResponse as ImportNotesResponse
    from .import_options import ImportOptions as ImportOptions
    from .login import LoginBody as LoginBody
    from .note import Note as Note
    from .problem import Problem as Problem

__all__ = [
    "Author",
    "CreateNoteBody",
    "DownloadAttachmentResponse404",
    "ImportNotesBody",
    "ImportNotesResponse",
    "ImportOptions",
    "LoginBody",
    "Note",
    "Problem",
]

_MODULES = {
    "Author": "author",
    "CreateNoteBody": "create_note",
    "DownloadAttachmentResponse404": "download_attachment",
    "ImportNotesBody": "import_notes",
    "ImportNotesResponse": "import_notes",
    "ImportOptions": "import_options",
    "LoginBody": "login",
    "Note": "note",
    "Problem": "problem",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
