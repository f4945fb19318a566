"""Places of pointers in JSON and YAML text."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.diagnostics import Diagnostics
from generator.source import Document, SpecTree, load, resolve

JSON = """\
{ "openapi" : "3.1.0",
  "paths": {
    "/a" : {"get": {"tags": ["x",
      "y\\"}]", {"deep": []}], "e": {}, "l": [ ] , "n": 1}
    },
    "/b~c": null
  }
}
"""
YAML = """\
# comment
openapi: 3.1.0
paths:
  /a:
    get: &get
      tags:
      - x
      - {deep: 1}
    put: *get
    post:
      <<: *get
      x-own: "q"
  200: []
---
other: 1
"""


def tree(text: str, form: Any, path: Any = None) -> SpecTree:
    if form == "json":
        return resolve(
            Document("a.json", json.loads(text), text.encode(), "json", ""), Diagnostics()
        )
    (path / "a.yaml").write_text(text)
    return resolve(load(path / "a.yaml", Diagnostics()), Diagnostics())


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("#", "a.json:1:1"),
        ("#/openapi", "a.json:1:3"),
        ("#/paths", "a.json:2:3"),
        ("#/paths/~1a", "a.json:3:5"),
        ("#/paths/~1a/get/tags/0", "a.json:3:30"),
        ("#/paths/~1a/get/tags/1", "a.json:4:7"),
        ("#/paths/~1a/get/tags/2/deep", "a.json:4:17"),
        ("#/paths/~1a/get/tags/2/deep/0", "a.json:4:17"),
        ("#/paths/~1a/get/e/none", "a.json:4:31"),
        ("#/paths/~1a/get/l", "a.json:4:40"),
        ("#/paths/~1a/get/n", "a.json:4:51"),
        ("#/paths/~1b~0c", "a.json:6:5"),
        ("#/paths/~1none/get", "a.json:2:3"),
    ],
)
def test_json(pointer: str, place: str) -> None:
    assert str(tree(JSON, "json").locate(pointer)) == place


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("#", (1, 1)),
        ("#/openapi", (2, 1)),
        ("#/paths/~1a/get", (5, 5)),
        ("#/paths/~1a/get/tags/0", (7, 9)),
        ("#/paths/~1a/get/tags/1/deep", (8, 10)),
        ("#/paths/~1a/put/tags/1/deep", (8, 10)),
        ("#/paths/~1a/post/tags/0", (7, 9)),
        ("#/paths/~1a/post/x-own", (12, 7)),
        ("#/paths/200", (13, 3)),
    ],
)
def test_yaml(tmp_path: Any, pointer: str, place: tuple[int, int]) -> None:
    found = tree(YAML, "yaml", tmp_path).locate(pointer)
    assert (found.line, found.column) == place


def test_every_key_of_a_document_is_found() -> None:
    data = {"openapi": "3.1.0", "x": [{"k": [n, {"k": str(n)}]} for n in range(50)]}
    for indent in (None, 2):
        text = json.dumps(data, indent=indent)
        found = tree(text, "json")
        lines = text.splitlines()
        for index in range(50):
            place = found.locate(f"#/x/{index}/k/1/k")
            assert place.line is not None
            assert place.column is not None
            assert lines[place.line - 1][place.column - 1 :].startswith(f'"k": "{index}"')
