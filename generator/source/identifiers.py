"""`$id`, `$anchor` and `$dynamicAnchor` of a file (JSON Schema 2020-12 core, section 8.2)."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urldefrag, urljoin

from ..frozen import dataclass
from . import pointers

if TYPE_CHECKING:
    from .scan import Site

_IDENTIFIERS: Final = frozenset(("$id", "$anchor", "$dynamicAnchor"))


@dataclass(frozen=True, slots=True)
class Identifiers:
    """Which schemas of one file can be referred to by name.

    ``resources`` maps absolute `$id`s to keys, ``bases`` the other way round, ``anchors`` maps
    (`$id` of the resource around it or empty, anchor) to keys.
    """

    resources: dict[str, tuple[str, ...]] = field(default_factory=dict)
    bases: dict[tuple[str, ...], str] = field(default_factory=dict)
    anchors: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, sites: list[Site]) -> Identifiers:
        """Index the sites of a file, given in document order."""
        found = cls()
        for site in sites:
            # Document order puts every `$id` before what lies below it.
            if site.kind != "schema" or _IDENTIFIERS.isdisjoint(site.node):
                continue
            keys = tuple(map(str, site.keys))
            identifier = site.node.get("$id")
            if isinstance(identifier, str) and not identifier.startswith("#"):
                url = urldefrag(_join(found.base(keys), identifier)).url
                found.resources.setdefault(url, keys)
                found.bases[keys] = url
            for word in ("$anchor", "$dynamicAnchor"):
                anchor = site.node.get(word)
                if isinstance(anchor, str):
                    found.anchors.setdefault((found.base(keys), anchor), keys)
        return found

    def base(self, keys: tuple[str, ...]) -> str:
        """Return the `$id` in force at ``keys``, empty if there is none."""
        if not self.bases:
            return ""
        return next(
            (
                self.bases[keys[:length]]
                for length in range(len(keys), -1, -1)
                if keys[:length] in self.bases
            ),
            "",
        )

    def find(self, reference: str, keys: tuple[str, ...], root: Any) -> tuple[str, ...] | None:
        """Return what a reference at ``keys`` means by the identifiers, or ``None``."""
        if not self.bases and not self.anchors:
            return None
        base = self.base(keys)
        url, fragment = urldefrag(_join(base, reference)) if base else urldefrag(reference)
        if url and url not in self.resources:
            return None
        start = self.resources.get(url, ())
        if fragment and not fragment.startswith("/"):
            return self.anchors.get((url, unquote(fragment)))
        if not url:
            return None
        target = (*start, *pointers.to_keys("#" + unquote(fragment)))
        try:
            pointers.follow(root, target)
        except KeyError:
            # Many documents give their schemas an `$id` and still mean the document by `#/`.
            return None
        return target


def _join(base: str, reference: str) -> str:
    if reference.startswith("#"):
        return urldefrag(base).url + reference  # urljoin does not join to URNs
    try:
        return urljoin(base, reference)
    except ValueError:
        return reference
