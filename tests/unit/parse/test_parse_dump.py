"""The trivial second target says in JSON what the parser found."""

from __future__ import annotations

import json

from generator.targets.dump import dump


def test_dump(read):
    api = read(
        paths={
            "/x": {
                "get": {
                    "responses": {
                        "200": {
                            "content": {
                                "application/json": {"schema": {"$ref": "#/components/schemas/A"}}
                            }
                        }
                    }
                }
            }
        },
        components={
            "schemas": {
                "A": {"properties": {"n": {"type": "integer", "default": None}}},
                "B": {"type": ["string", "null"]},
            }
        },
    ).api
    (file,) = dump(api)
    found = json.loads(file.text)
    assert file.path == "api.json"
    assert found["kind"] == "Api"
    (operation,) = found["operations"]
    assert operation["responses"][0]["content"][0]["schema"] == {
        "kind": "SchemaRef",
        "id": "#/components/schemas/A",
    }
    (prop,) = found["schemas"]["#/components/schemas/A"]["schema"]["properties"]
    assert prop["schema"] == {
        "kind": "Integer",
        "annotations": {"kind": "Annotations", "default": None},
    }
    union = found["schemas"]["#/components/schemas/B"]["schema"]
    assert (union["kind"], union["of"]) == ("Union", "type")
