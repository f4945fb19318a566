"""Reading and writing RFC 3339 dates and times without losing what Python cannot hold."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import SupportsIndex

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK = "[0-9]{2}:[0-9]{2}:[0-9]{2}"
_ZONE = "([Zz]|[+-][0-9]{2}:[0-9]{2})"

# Patterns are read by Rust's regex crate and by Python's re; both are anchored here.
DATE = f"^{_DAY}$"
DATE_TIME = rf"^{_DAY}[Tt]{_CLOCK}(\.[0-9]{{1,6}}0*)?{_ZONE}$"
DATE_TIME_NANOS = rf"^{_DAY}[Tt]{_CLOCK}\.[0-9]{{7,}}{_ZONE}$"

_FRACTION = re.compile(r"(\.[0-9]{6})[0-9]+")


class PreciseDateTime(datetime):
    """A point in time with more digits than microseconds; it is sent back with all of them."""

    text: str

    @classmethod
    def parse(cls, text: str) -> PreciseDateTime:
        """Reads an RFC 3339 ``date-time``; raises ``ValueError`` where it is none."""
        value = cls.fromisoformat(_FRACTION.sub(r"\1", text.upper()))
        value.text = text
        return value

    def __reduce_ex__(self, protocol: SupportsIndex, /) -> str | tuple[Any, ...]:
        """Lets copies keep all digits; what was computed from it has none to keep."""
        text: str | None = getattr(self, "text", None)
        return super().__reduce_ex__(protocol) if text is None else (self.parse, (text,))


def rfc3339(value: datetime) -> str:
    """Returns the RFC 3339 text of ``value``; UTC is written ``Z``, a naive time is the local one's."""
    text = getattr(value, "text", None)
    if isinstance(text, str):
        return text
    if value.tzinfo is None:
        value = value.astimezone()
    written = value.isoformat()
    if value.utcoffset() == UTC.utcoffset(None):
        return written.removesuffix("+00:00") + "Z"
    return written
