"""The values that pass from the planner to the renderer and from the renderer to the disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file to render: template name, output path (relative, ``/``-separated), template values."""

    path: str
    template: str
    view: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """A finished file: output path (relative, ``/``-separated) and its text (UTF-8, ``\\n``)."""

    path: str
    text: str
