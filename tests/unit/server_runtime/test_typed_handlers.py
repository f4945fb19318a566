"""Handlers as users write them: methods of an object, arguments in their types, sync or async."""

from __future__ import annotations

import asyncio
import json
from datetime import date  # noqa: TC003 - pydantic reads it
from typing import Any

from pydantic import BaseModel
from twin.server._runtime import Headers, Request, build_app


class _Pet(BaseModel):
    name: str
    born: date


class _Pets:
    async def create(
        self, request: Request, owner_id: int, body: _Pet, *, dry: bool = False
    ) -> _Pet:
        assert isinstance(body, _Pet)
        return _Pet(name=f"{body.name} of {owner_id}{' (dry)' if dry else ''}", born=body.born)

    def count(self, request: Request) -> int:
        return 3


_PET = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "born": {"type": "string", "format": "date"}},
}


def _json(schema: Any) -> Any:
    return {"content": {"application/json": {"schema": schema}}}


def test_handlers_get_typed_arguments(document: Any, tmp_path: Any) -> None:
    parameters = [
        {"name": "owner", "in": "path", "required": True, "schema": {"type": "integer"}},
        {"name": "dry", "in": "query", "schema": {"type": "boolean"}},
    ]
    paths = {
        "/owners/{owner}/pets": {
            "post": {
                "operationId": "pets.create",
                "parameters": parameters,
                "requestBody": {"required": True, **_json(_PET)},
                "responses": {"201": {"description": "", **_json(_PET)}},
            }
        },
        "/count": {
            "get": {
                "operationId": "pets.count",
                "responses": {"200": {"description": "", **_json({"type": "integer"})}},
            },
            "delete": {"operationId": "pets.drop", "responses": {"204": {"description": ""}}},
        },
    }
    made = document(paths)
    (tmp_path / "openapi.json").write_text(json.dumps(made.openapi))
    (tmp_path / "operations.json").write_text(json.dumps(made.operations))
    app = build_app(tmp_path, {"pets": _Pets()}, types={"pets.create": {"body": lambda: _Pet}})

    async def send(method: str, target: str, body: bytes = b"") -> tuple[int, bytes]:
        path, _, query = target.partition("?")
        response = await app.dispatcher.handle_async(Request(method, path, query, None, body))
        assert isinstance(response.body, bytes)
        return response.status, response.body

    async def main() -> None:
        body = b'{"name": "Tom", "born": "2020-01-02"}'
        status, told = await send("POST", "/owners/7/pets?dry=true", body)
        assert (status, json.loads(told)) == (201, {"name": "Tom of 7 (dry)", "born": "2020-01-02"})
        assert await send("GET", "/count") == (200, b"3")
        assert (await send("DELETE", "/count"))[0] == 501

    asyncio.run(main())


def test_each_media_type_has_a_type_of_its_own(document: Any, tmp_path: Any) -> None:
    class Pets:
        def create(self, request: Request, body: Any) -> str:
            return f"{request.media_type} {type(body).__name__}"

    content = {
        "application/json": {"schema": _PET},
        "application/x-www-form-urlencoded": {"schema": {"type": "object"}},
        "application/xml": {},
        "text/csv": {"schema": {"type": "string"}},
    }
    answer = {"content": {"text/plain": {"schema": {"type": "string"}}}}
    operation = {
        "operationId": "pets.create",
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "", **answer}},
    }
    served = document({"/pets": {"post": operation}})
    (tmp_path / "openapi.json").write_text(json.dumps(served.openapi), encoding="utf-8")
    (tmp_path / "operations.json").write_text(json.dumps(served.operations), encoding="utf-8")
    types = {"pets.create": {"body application/json": lambda: _Pet}}
    app = build_app(tmp_path, {"pets": Pets()}, types=types)
    bodies = {
        "application/json": b'{"name": "a", "born": "2026-01-01"}',
        "application/x-www-form-urlencoded": b"name=a",
        "application/xml": b"<a/>",
        "text/csv": b"a",
    }
    for (media_type, body), kind in zip(
        bodies.items(), ("_Pet", "dict", "bytes", "str"), strict=True
    ):
        headers = Headers([("content-type", f"{media_type}; charset=utf-8")])
        response = app.dispatcher.handle(Request("POST", "/pets", "", headers, body))
        assert response.body == f"{media_type} {kind}".encode()
