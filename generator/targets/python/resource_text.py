"""What a resource is for, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .docstrings import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .plan import ResourcePlan


def resource_description(resource: ResourcePlan) -> str:
    """Return what a resource is for: the tag's words, else its name."""
    if resource.description.strip():
        return sentence(resource.description)
    words = " of ".join(part.rstrip("_").replace("_", " ") for part in reversed(resource.path))
    return f"Operations on {words}."


def walk(resources: Iterable[ResourcePlan]) -> Iterator[ResourcePlan]:
    """Yield all resources, each before those it holds."""
    for resource in resources:
        yield resource
        yield from walk(resource.children)
