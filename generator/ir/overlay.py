"""The annotations of two schemas that hold at once."""

from __future__ import annotations

from .schemas import PLAIN, Annotations
from .values import ABSENT


def overlay(outer: Annotations, inner: Annotations) -> Annotations:
    """Combine the annotations of a schema with those of one it refers to or holds; ``outer`` wins."""
    if outer is PLAIN or inner is PLAIN:
        return inner if outer is PLAIN else outer
    extensions = {**(inner.extensions or {}), **(outer.extensions or {})}
    return Annotations(
        outer.title or inner.title,
        outer.description or inner.description,
        inner.default if outer.default is ABSENT else outer.default,
        outer.examples or inner.examples,
        outer.deprecated or inner.deprecated,
        outer.read_only or inner.read_only,
        outer.write_only or inner.write_only,
        extensions or None,
    )
