"""What a record says of a file that was uploaded."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from .schemas import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...server._runtime import FileUpload

_NAMES = ("filename", "name", "originalfilename", "originalname", "title")
_TYPES = ("contenttype", "mimetype", "mediatype")
_SIZES = (
    "size",
    "sizebytes",
    "bytes",
    "filesize",
    "length",
    "contentlength",
    "storagecharged",
)


def facts_of(file: FileUpload, names: Iterable[str]) -> dict[str, Any]:
    """Return those of the properties ``names`` that tell something of a file, with what they tell."""
    facts: dict[str, Any] = dict.fromkeys(_SIZES, file.size)
    facts |= dict.fromkeys(_NAMES, file.filename or "upload")
    facts |= dict.fromkeys(_TYPES, file.content_type)
    facts["sha256"] = hashlib.sha256(file.data).hexdigest()
    return {name: facts[plain(name)] for name in names if plain(name) in facts}
