"""Endpoint stubs: what stands in a handler's signature is true."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from generator import Config, generate

if TYPE_CHECKING:
    from pathlib import Path


def stub(tmp_path: Path, schema: dict[str, Any]) -> str:
    operation = {
        "operationId": "listThings",
        "tags": ["things"],
        "parameters": [{"name": "sort", "in": "query", "schema": schema}],
        "responses": {"204": {"description": "Done."}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"get": operation}},
        "components": {"schemas": {"Sort": {"type": "string", "enum": ["name", "age"]}}},
    }
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    files = {file.path: file.text for file in generate(path, Config(package="things")).files}
    return files["things/server/things.py"]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "integer", "default": 20}, "sort: int = 20"),
        ({"type": "boolean", "default": False}, "sort: bool = False"),
        ({"enum": ["name", "age"], "default": "age"}, 'sort: Literal["name", "age"] = "age"'),
        ({"enum": ["name", "age"], "default": "Age"}, 'sort: Literal["name", "age"] | None = None'),
        ({"type": "integer", "default": "20"}, "sort: int | None = None"),
        ({"type": "string", "format": "date", "default": "2026-01-01"}, "sort: date | None = None"),
        (
            {"type": "array", "items": {"type": "string"}, "default": ["name"]},
            "sort: builtins.list[str] | None = None",
        ),
    ],
)
def test_a_default_is_of_its_type(tmp_path: Path, schema: dict[str, Any], expected: str) -> None:
    assert expected in stub(tmp_path, schema)


def test_a_default_of_a_named_enum_is_one_of_its_values(tmp_path: Path) -> None:
    reference = {"$ref": "#/components/schemas/Sort"}
    assert 'sort: models.Sort = "age"' in stub(tmp_path, {**reference, "default": "age"})
    assert "sort: models.Sort | None = None" in stub(tmp_path, {**reference, "default": "Age"})


def test_a_handler_gets_each_media_type_as_what_it_is(tmp_path: Path) -> None:
    def media(**properties: Any) -> dict[str, Any]:
        return {"schema": {"type": "object", "properties": properties}}

    reference = {"schema": {"$ref": "#/components/schemas/Thing"}}
    operation = {
        "operationId": "sendThing",
        "tags": ["things"],
        "requestBody": {
            "required": True,
            "content": {
                "application/json": reference,
                "application/x-www-form-urlencoded": reference,
                "multipart/form-data": media(file={"type": "string", "format": "binary"}),
                "application/xml": reference,
                "text/csv": {"schema": {"type": "string"}},
            },
        },
        "responses": {"204": {"description": "Done."}},
    }
    thing = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"post": operation}},
        "components": {"schemas": {"Thing": thing}},
    }
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    files = {file.path: file.text for file in generate(path, Config(package="things")).files}
    stub_text = files["things/server/things.py"]
    assert "body: models.Thing | dict[str, Any] | bytes | str" in stub_text
    assert "`request.media_type`" in stub_text
    app = " ".join(files["things/server/app.py"].split())
    assert '"body application/json": lambda: models.Thing' in app
    assert '"body application/x-www-form-urlencoded": lambda: models.Thing' in app
    assert '"body multipart/form-data"' not in app


def test_importing_a_stub_loads_no_server(tmp_path: Path) -> None:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"get": {"responses": {"204": {"description": "Done."}}}}},
    }
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    for file in generate(path, Config(package="lazy_things")).files:
        place = tmp_path / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(file.text, encoding="utf-8")
    program = """
import sys
from lazy_things import server
from lazy_things.server.things import ThingsHandlers
assert not {"pydantic", "jsonschema_rs", "lazy_things.server._runtime"} & set(sys.modules)
assert set(server.__all__) <= set(dir(server))
assert all(getattr(server, name) for name in server.__all__)
try:
    server.nothing
except AttributeError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == (
        "module 'lazy_things.server' has no attribute 'nothing'",
        "",
    )


def test_the_fields_of_a_form_are_named(tmp_path: Path) -> None:
    file = {"type": "string", "format": "binary"}
    properties = {
        "photo": file,
        "more": {"type": "array", "items": file},
        "title": {"type": "string"},
    }
    form = {"schema": {"type": "object", "properties": properties}}
    operation = {
        "operationId": "sendThing",
        "tags": ["things"],
        "requestBody": {"content": {"multipart/form-data": form}},
        "responses": {"204": {"description": "Done."}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"post": operation}},
    }
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    files = {file.path: file.text for file in generate(path, Config(package="things")).files}
    text = " ".join(files["things/server/things.py"].split())
    assert "body: dict[str, Any] | None = None" in text
    assert (
        "body: The fields of the form: `photo` (`FileUpload`), `more` (list of `FileUpload`), `title`."
    ) in text
