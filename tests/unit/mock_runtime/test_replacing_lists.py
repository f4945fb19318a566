"""PUT of a collection puts the records of its body in the place of all others."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

_TEXT = {"type": "string"}
_RULE = {"type": "object", "required": ["name"], "properties": {"name": _TEXT, "port": _TEXT}}
_BOARD = {
    "type": "object",
    "properties": {
        "id": _TEXT,
        "rules": {"type": "array", "items": {"$ref": "#/components/schemas/Rule"}},
    },
}
_RULES = {"type": "array", "items": {"$ref": "#/components/schemas/Rule"}}


def _content(schema: Any) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


def _operation(name: str, answer: Any, *parameters: str) -> dict[str, Any]:
    return {
        "operationId": name,
        "parameters": [
            {"name": one, "in": "path", "required": True, "schema": _TEXT} for one in parameters
        ],
        "responses": {"200": {"description": "", **(_content(answer) if answer else {})}},
    }


def _document(prefix: str, answer: Any) -> dict[str, Any]:
    above = ("board",) if prefix else ()
    put = {**_operation("put", answer, *above), "requestBody": _content(_RULES)}
    rule = {"$ref": "#/components/schemas/Rule"}
    paths: dict[str, Any] = {
        f"{prefix}/rules": {"get": _operation("list", _RULES, *above), "put": put},
        f"{prefix}/rules/{{name}}": {"get": _operation("get", rule, *above, "name")},
    }
    if prefix:
        board = _operation("board", {"$ref": "#/components/schemas/Board"}, "board")
        boards = {"type": "array", "items": {"$ref": "#/components/schemas/Board"}}
        paths |= {"/boards": {"get": _operation("boards", boards)}, prefix: {"get": board}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "components": {"schemas": {"Rule": _RULE, "Board": _BOARD}},
    }


@pytest.mark.parametrize("answer", [_RULES, None])
@pytest.mark.parametrize("prefix", ["", "/boards/{board}"])
def test_what_was_there_is_gone(prepare: Any, prefix: str, answer: Any) -> None:
    transport = prepare(_document(prefix, answer)).mock().transport()
    with httpx2.Client(transport=transport, base_url="http://x") as client:
        board = client.get("/boards").json()[0]["id"] if prefix else ""
        place = f"{prefix}/rules".replace("{board}", board)
        for names in (["a", "b"], ["b", "c"], []):
            sent = [{"name": name, "port": "80"} for name in names]
            told = client.put(place, json=sent)
            assert told.status_code == 200
            assert not answer or told.json() == sent
            assert client.get(place).json() == sent
            if names:
                assert client.get(f"{place}/{names[0]}").json() == sent[0]
            assert client.get(f"{place}/zz").status_code == 404
