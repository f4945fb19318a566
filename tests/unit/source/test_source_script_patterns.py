"""Patterns in slashes, as JavaScript writes them in a program."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.diagnostics import Diagnostics
from generator.source import resolve
from generator.source.loader import parse_document


def _read(version: str, schemas: dict[str, Any]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    found = Diagnostics()
    document = {
        "openapi": version,
        "info": {"title": "T", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    source = parse_document("memory:openapi.json", json.dumps(document).encode(), found)
    root = resolve(source, found).root
    told = [(one.code, one.pointer) for one in found]
    return root["components"]["schemas"], told


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize(
    ("pattern", "meant"),
    [
        ("/^[0-9]{5}$/", "^[0-9]{5}$"),
        ("/^SAP[0-9]$/i", "(?i:^SAP[0-9]$)"),
        ("/^a/b$/u", "^a/b$"),
        ("^/a/$", "^/a/$"),
        ("/a/", "/a/"),  # part of a path
        ("/^a", "/^a"),
    ],
)
def test_patterns(version: str, pattern: str, meant: str) -> None:
    schemas, told = _read(version, {"A": {"type": "string", "pattern": pattern}})
    assert schemas["A"]["pattern"] == meant
    place = ("pattern-in-slashes", "#/components/schemas/A/pattern")
    assert told == ([place] if pattern != meant else [])


def test_values_are_left_alone() -> None:
    slashed = {"pattern": "/^a$/"}
    inner = {"type": "object", "default": slashed, "examples": [slashed]}
    named = {"properties": {"pattern": {"type": "string", "pattern": "/^a$/"}}}
    schemas, told = _read("3.1.0", {"A": inner, "B": named})
    assert schemas["A"] == inner
    assert schemas["B"]["properties"]["pattern"]["pattern"] == "^a$"
    assert len(told) == 1
