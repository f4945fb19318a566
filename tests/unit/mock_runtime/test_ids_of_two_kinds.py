"""Ids where a document asks for more than one value can satisfy."""

from __future__ import annotations

from typing import Any

import httpx2

_OWN = {"type": "string", "pattern": "^[a-z]{26}$"}
_OTHER = {"type": "string", "format": "uuid"}


def _reads(path: str, answer: Any, *schemas: Any) -> dict[str, Any]:
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": schema}
        for name, schema in zip(names, schemas, strict=True)
    ]
    content = {"application/json": {"schema": answer}}
    responses = {"200": {"description": "", "content": content}}
    return {"get": {"operationId": path, "parameters": parameters, "responses": responses}}


def test_a_record_is_found_by_the_id_it_shows(prepare: Any) -> None:
    vault = {"$ref": "#/components/schemas/Vault"}
    paths = {
        "/vaults": ({"type": "array", "items": vault}, ()),
        "/vaults/{vaultId}": (vault, (_OWN,)),
        "/vaults/{vaultId}/notes": ({"type": "array", "items": {"type": "string"}}, (_OTHER,)),
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {path: _reads(path, answer, *given) for path, (answer, given) in paths.items()},
        "components": {
            "schemas": {"Vault": {"type": "object", "required": ["id"], "properties": {"id": _OWN}}}
        },
    }
    transport = prepare(document).mock(seed=1).transport()
    with httpx2.Client(transport=transport, base_url="http://x") as http:
        for row in http.get("/vaults").json():
            answer = http.get(f"/vaults/{row['id']}")
            assert answer.status_code == 200
            assert answer.json()["id"] == row["id"]
