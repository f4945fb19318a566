"""The ``Link`` header (RFC 8288): what a response says is next to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINK = re.compile(
    r'<([^<>]*)>((?:\s*;\s*[^\s=;,<>"]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^",;\s]*))?)*)'
)
_PARAMETER = re.compile(r';\s*([^\s=;,<>"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^",;\s]*))')


def link_relations(headers: Mapping[str, str]) -> dict[str, str]:
    """Returns the targets by relation type, in lower case; the first of several counts.

    Links of another context than the response (``anchor``) are left out. Targets may be relative.
    """
    found: dict[str, str] = {}
    for target, rest in _LINK.findall(headers.get("link", "")):
        parameters: dict[str, str] = {}
        for name, quoted, plain in _PARAMETER.findall(rest):
            # Section 3.3: of several `rel`, the first counts.
            parameters.setdefault(name.lower(), quoted or plain)
        if "anchor" not in parameters:
            for relation in parameters.get("rel", "").lower().split():
                found.setdefault(relation, target.strip())
    return found
