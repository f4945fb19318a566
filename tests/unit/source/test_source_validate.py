"""Judging documents by their meta-schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from generator.diagnostics import Diagnostic, Diagnostics, Severity
from generator.source import Document, resolve, validate

if TYPE_CHECKING:
    from pathlib import Path

INFO = {"title": "T", "version": "1"}


def findings(data: dict[str, Any], *, thorough: bool = False) -> list[Diagnostic]:
    document = Document("a.json", data, json.dumps(data).encode(), "json", "")
    tree = resolve(document, Diagnostics())
    diagnostics = Diagnostics()
    validate(document, tree, diagnostics, thorough=thorough)
    assert all(found.severity is Severity.WARNING and found.hint for found in diagnostics)
    return list(diagnostics)


@pytest.mark.parametrize("thorough", [False, True])
@pytest.mark.parametrize(
    "version",
    [("openapi", "3.0.3"), ("openapi", "3.1.0"), ("openapi", "3.2.0"), ("swagger", "2.0")],
)
def test_valid_documents(version: tuple[str, str], thorough: bool) -> None:
    name, value = version
    paths = {"/a": {"get": {"responses": {"200": {"description": "ok"}}}}}
    assert findings({name: value, "info": INFO, "paths": paths}, thorough=thorough) == []


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_the_cause_is_named_not_the_alternatives(version: str) -> None:
    parameter = {"name": "p", "in": "somewhere", "schema": {}}
    paths = {"/a": {"get": {"parameters": [parameter], "responses": {"200": {"description": ""}}}}}
    found = findings({"openapi": version, "info": INFO, "paths": paths})
    assert {one.code for one in found} == {"invalid-openapi"}
    assert any("/parameters/0" in one.pointer for one in found)
    assert any('"somewhere"' in one.message for one in found)
    assert all(len(one.message) < 250 for one in found)


def test_schemas_of_3_1_are_judged_too() -> None:
    schemas = {"A": {"properties": {"p": {"type": "strin"}}}}
    [found] = findings({"openapi": "3.1.0", "info": INFO, "components": {"schemas": schemas}})
    assert found.pointer == "#/components/schemas/A/properties/p/type"


def test_findings_are_limited() -> None:
    paths = {f"/{number}": {"get": {"responses": 7}} for number in range(80)}
    found = findings({"openapi": "3.1.0", "info": INFO, "paths": paths})
    assert len(found) == 51
    assert found[-1].code == "more-findings"
    assert found[-1].message.startswith("30 ")


def test_unknown_versions() -> None:
    [found] = findings({"openapi": "4.0.0", "info": INFO, "paths": {}})
    assert (found.code, found.pointer) == ("unknown-version", "#/openapi")


def test_thorough_findings() -> None:
    paths = {"/a/{id}": {"get": {"responses": {"200": {"description": "ok"}}}}}
    data = {"openapi": "3.0.3", "info": INFO, "paths": paths}
    assert findings(data) == []
    found = findings(data, thorough=True)
    assert [one.code for one in found] == ["invalid-openapi"]
    assert "id" in found[0].message


def test_thorough_findings_are_about_the_document_as_it_is_written() -> None:
    operation = {
        "parameters": [
            {"name": "n", "in": "query", "type": "integer", "default": "many"},
        ],
        "responses": {"200": {"description": "ok", "schema": {"$ref": "#/definitions/A"}}},
    }
    definitions = {"A": {"type": "object", "properties": {"p": {"type": "string", "default": 1}}}}
    data = {
        "swagger": "2.0",
        "info": INFO,
        "paths": {"/a": {"get": operation}},
        "definitions": definitions,
    }
    found = findings(data, thorough=True)
    assert {one.pointer for one in found} == {
        "#/definitions/A/properties/p",
        "#/paths/~1a/get/parameters/0",
    }


def test_thorough_findings_repeat_nothing() -> None:
    wrong = {"type": "object", "properties": {"n": {"type": "integer", "exclusiveMinimum": True}}}
    answer = {
        "description": "ok",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}},
    }
    data = {
        "openapi": "3.1.0",
        "info": INFO,
        "paths": {"/a/{id}": {"get": {"responses": {"200": answer}}}},
        "components": {"schemas": {"A": wrong}},
    }
    found = [one.pointer for one in findings(data, thorough=True)]
    assert found[0] == "#/components/schemas/A/properties/n/exclusiveMinimum"
    assert len(found) == 2
    assert found[1].startswith("#/paths/~1a~1{id}")  # which has an undeclared parameter


def test_nothing_is_opened_to_validate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"type": "strin"}', encoding="utf-8")
    schemas = {"A": {"$ref": other.as_uri()}}
    data = {"openapi": "3.1.0", "info": INFO, "paths": {}, "components": {"schemas": schemas}}

    document = Document("a.json", data, json.dumps(data).encode(), "json", "")
    tree = resolve(document, Diagnostics())
    opened: list[str] = []
    monkeypatch.setattr("urllib.request.urlopen", lambda url, *_, **__: opened.append(str(url)))
    validate(document, tree, Diagnostics(), thorough=True)
    assert opened == []
