"""Header values, checked before they are sent."""

from __future__ import annotations


def checked(name: str, text: str) -> str:
    """Returns ``text``; raises ``ValueError`` for line breaks and NUL (RFC 9110, section 5.5)."""
    if "\r" in text or "\n" in text or "\0" in text:
        raise ValueError(f"the header {name!r} may not hold a line break or NUL")
    return text
