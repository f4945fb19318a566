"""JSON values as they stand in a document, and the distinction between absent and ``null``."""

from __future__ import annotations

from enum import Enum
from typing import Final, TypeAlias

JsonScalar: TypeAlias = "str | int | float | bool | None"
# Containers stay the loader's own dicts and lists: shared, never changed, left out of hashes.
JsonValue: TypeAlias = "JsonScalar | list[JsonValue] | dict[str, JsonValue]"


class Absent(Enum):
    """The type of ``ABSENT``: a keyword that does not stand in the document (``null`` does)."""

    ABSENT = "absent"

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = Absent.ABSENT
