"""The frozen configuration of one run; read from TOML and flags in ``cli.py``, no behaviour here."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal

from .frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

Emit = Literal["models", "client", "server", "mock"]
FormatterName = Literal["ruff", "black", "none"]

EVERYTHING: tuple[Emit, ...] = ("models", "client", "server", "mock")


PageStyle = Literal["cursor", "offset", "page", "link", "none"]

PAGE_FIELDS: dict[PageStyle, tuple[str, ...]] = {
    "cursor": ("cursor", "next", "last", "more"),
    "offset": ("offset", "limit", "total", "more"),
    "page": ("page", "size", "total", "pages", "more", "next"),
    "link": (),
    "none": (),
}
"""What can be said of a style of pages, besides its items: wire names, and paths into the body.

In place of a path, ``$response.header.X-Next-Page`` means a header.
"""


@dataclass(frozen=True, slots=True)
class PageChoice:
    """How one operation pages, in place of what the document lets one infer.

    ``items`` is the path of the array in the body (``None``: found), ``fields`` are those of
    :data:`PAGE_FIELDS`, ``location`` is where the next page is asked for, ``first`` the number of the
    first page.
    """

    style: PageStyle
    items: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    location: Literal["query", "header", "body"] = "query"
    first: int = 1


@dataclass(frozen=True, slots=True)
class EventChoice:
    """What the events of a stream are where a header of the request has a value.

    ``schema`` becomes a schema of the document under ``name``; ``None``: it has one of that name.
    """

    header: str
    value: str
    name: str
    schema: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """What the user may decide.

    ``package`` is the import name of the generated package (derived from the document's title when
    ``None``); ``emit`` what to generate; ``methods`` pins call paths by operation id or pointer
    (``{"listFiles": "files.list"}``), ``pagination`` says by the same keys how they page, ``streams``
    what their events are; ``templates`` is a folder whose templates shadow the built-in ones;
    ``strict`` turns warnings into errors; ``allow_remote`` permits references to URLs.
    """

    package: str | None = None
    emit: tuple[Emit, ...] = EVERYTHING
    formatter: FormatterName = "ruff"
    model_backend: Literal["twinspec", "dcg"] = "twinspec"
    methods: Mapping[str, str] = field(default_factory=dict)
    pagination: Mapping[str, PageChoice] = field(default_factory=dict)
    streams: Mapping[str, tuple[EventChoice, ...]] = field(default_factory=dict)
    templates: str | None = None
    strict: bool = False
    allow_remote: bool = False
