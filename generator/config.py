"""The frozen configuration of one run; read from TOML and flags in ``cli.py``, no behaviour here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Emit = Literal["models", "client", "server", "mock"]
FormatterName = Literal["ruff", "black", "none"]

EVERYTHING: tuple[Emit, ...] = ("models", "client", "server", "mock")


@dataclass(frozen=True, slots=True)
class Config:
    """What the user may decide.

    ``package`` is the import name of the generated package (derived from the document's title when
    ``None``); ``emit`` what to generate; ``methods`` pins call paths by operation id or pointer
    (``{"listFiles": "files.list"}``); ``templates`` a folder whose templates shadow the built-in
    ones; ``strict`` turns warnings into errors; ``allow_remote`` permits references to URLs.
    """

    package: str | None = None
    emit: tuple[Emit, ...] = EVERYTHING
    formatter: FormatterName = "ruff"
    model_backend: Literal["twinspec", "dcg"] = "twinspec"
    methods: Mapping[str, str] = field(default_factory=dict)
    templates: str | None = None
    strict: bool = False
    allow_remote: bool = False
