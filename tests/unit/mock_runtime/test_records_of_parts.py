"""A record that is made by a multipart body of unnamed parts: what is told of a file, and the file."""

from __future__ import annotations

from typing import Any

import httpx2

FILE = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {
        "id": {"type": "string", "readOnly": True},
        "name": {"type": "string"},
        "size": {"type": "integer", "readOnly": True},
    },
}
ANSWER = {"description": "", "content": {"application/json": {"schema": FILE}}}
PARTS = {
    "schema": {"type": "array", "minItems": 2, "prefixItems": [FILE, {}]},
    "prefixEncoding": [{"contentType": "application/json"}, {"contentType": "image/*"}],
}
OPENAPI = {
    "openapi": "3.2.0",
    "info": {"title": "Files", "version": "1"},
    "paths": {
        "/files": {
            "post": {
                "operationId": "files.create",
                "requestBody": {"required": True, "content": {"multipart/related": PARTS}},
                "responses": {"201": ANSWER},
            }
        },
        "/files/{id}": {
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
            ],
            "get": {"operationId": "files.get", "responses": {"200": ANSWER}},
        },
    },
}
BODY = (
    b'--b\r\nContent-Type: application/json\r\n\r\n{"name": "Ann"}\r\n'
    b"--b\r\nContent-Type: image/png\r\n\r\n12345\r\n--b--\r\n"
)


def test_a_record_is_made_of_the_parts(prepare: Any) -> None:
    with (
        prepare(OPENAPI).mock(seed=1) as mock,
        httpx2.Client(transport=mock.transport(), base_url="http://mock") as client,
    ):
        headers = {"content-type": "multipart/related; boundary=b"}
        made = client.post("/files", content=BODY, headers=headers)
        assert made.status_code == 201
        record = made.json()
        assert (record["name"], record["size"]) == ("Ann", 5)
        assert client.get(f"/files/{record['id']}").json() == record
