"""Binary bodies: files and whatever is neither JSON nor text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from .media import essence

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

_EXTENDED = re.compile(r"filename\*\s*=\s*([\w-]+)'[^']*'([^;]+)", re.IGNORECASE)
_SIMPLE = re.compile(r'filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))', re.IGNORECASE)


class BinaryResponse:
    """A body of bytes; ``headers`` has lower-case names."""

    __slots__ = ("content", "headers", "status")

    def __init__(self, content: bytes, headers: Mapping[str, str], status: int = 200) -> None:
        self.content = content
        self.headers = dict(headers)
        self.status = status

    @property
    def media_type(self) -> str:
        """The media type without parameters, or an empty string."""
        return essence(self.headers.get("content-type", ""))

    @property
    def filename(self) -> str | None:
        """The name the server suggests (RFC 6266), without any folder."""
        disposition = self.headers.get("content-disposition", "")
        if found := _EXTENDED.search(disposition):
            try:
                name = unquote(found[2].strip(), encoding=found[1], errors="replace")
            except LookupError:
                name = unquote(found[2].strip())
        elif found := _SIMPLE.search(disposition):
            name = re.sub(r"\\(.)", r"\1", found[1]) if found[1] is not None else found[2]
        else:
            return None
        name = re.split(r"[/\\]", name)[-1]
        return name if name.strip(". \0") else None

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Writes the bytes to a file, replacing one that is there, and returns its path."""
        target = Path(path)
        target.write_bytes(self.content)
        return target

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls)

    def __bytes__(self) -> bytes:
        return self.content

    def __len__(self) -> int:
        return len(self.content)

    def __repr__(self) -> str:
        return f"BinaryResponse({self.media_type or 'unknown type'}, {len(self.content)} bytes)"
