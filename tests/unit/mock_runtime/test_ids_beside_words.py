"""Ids of new records beside paths that have a word where the id stands."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

_TEXT = {"type": "string"}
_SCOPE = {"enum": ["global", "own"]}
_LEVEL = {"type": "object", "required": ["id"], "properties": {"id": _TEXT}}
_REF = {"$ref": "#/components/schemas/Level"}


def _reads(path: str, answer: Any, *schemas: Any) -> dict[str, Any]:
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": schema}
        for name, schema in zip(names, schemas, strict=True)
    ]
    content = {"application/json": {"schema": answer}}
    responses = {"200": {"description": "", "content": content}}
    return {"get": {"operationId": path, "parameters": parameters, "responses": responses}}


def _document(paths: dict[str, tuple[Any, tuple[Any, ...]]], level: Any = _LEVEL) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {path: _reads(path, answer, *given) for path, (answer, given) in paths.items()},
        "components": {"schemas": {"Level": level}},
    }


def _ids(openapi: Any, prepare: Any) -> list[str]:
    """Return the ids of a list, each of which has led to its record."""
    transport = prepare(openapi).mock(seed=1).transport()
    with httpx2.Client(transport=transport, base_url="http://x") as http:
        found = [row["id"] for row in http.get("/levels").json()]
        assert found
        assert [http.get(f"/levels/{key}").json()["id"] for key in found] == found
    return found


def test_another_parameter_lists_the_words(prepare: Any) -> None:
    paths = {
        "/levels": ({"type": "array", "items": _REF}, ()),
        "/levels/{scope}/{key}/parts": ({"type": "array", "items": _TEXT}, (_SCOPE, _TEXT)),
        "/levels/{id}": (_REF, (_TEXT,)),
        "/levels/global": (_TEXT, ()),
        "/levels/own": (_TEXT, ()),
    }
    assert not {"global", "own"} & set(_ids(_document(paths), prepare))


@pytest.mark.parametrize("word", ["/levels/low", "/levels/l%6Fw", "/{any}/low", "/levels/low/x"])
def test_an_enum_has_a_word_of_a_path(word: str, prepare: Any) -> None:
    level = {**_LEVEL, "properties": {"id": {"enum": ["low", "high"]}}}
    paths = {
        "/levels": ({"type": "array", "items": _REF}, ()),
        "/levels/{id}": (_REF, (_TEXT,)),
        word: (_TEXT, (_TEXT,) * word.count("{")),
    }
    assert set(_ids(_document(paths, level), prepare)) == {"high"}
