"""What a resource is for, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analyze.words import singular
from .sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .plan import ResourcePlan


def resource_description(resource: ResourcePlan) -> str:
    """Return what a resource is for: the tag's words, else its name."""
    if resource.description.strip():
        return sentence(resource.description)
    return f"Operations on {_named(resource.path)}."


def _named(path: Sequence[str]) -> str:
    """Say a path in words: ``("datasets", "files")`` as files of datasets, ``("chat", "runs")`` as chat runs."""
    words = ""
    for part in path:
        name = part.rstrip("_").replace("_", " ")
        is_many = singular(last := words.partition(" of ")[0].rpartition(" ")[2]) != last
        if not words:
            words = name
        elif is_many:
            words = f"{name} of {words}"
        else:
            words = f"{words} {name}"
    return words


def walk(resources: Iterable[ResourcePlan]) -> Iterator[ResourcePlan]:
    """Yield all resources, each before those it holds."""
    for resource in resources:
        yield resource
        yield from walk(resource.children)
