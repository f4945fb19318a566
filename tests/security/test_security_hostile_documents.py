"""A document is hostile: nothing of it may run, leave its literal or leave the output folder."""

from __future__ import annotations

import ast
import json
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest

from generator import Config, generate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator import GeneratedFile

# Each payload calls `pwned`, closing in its own way what it may stand in.
PAYLOADS = {
    "triple-quote": '"""; pwned(); """',
    "single-triple-quote": "'''; pwned(); '''",
    "quote": '"; pwned(); "',
    "apostrophe": "'; pwned(); '",
    "newline": "x\npwned()\n#",
    "carriage-return": "x\rpwned()\r#",
    "form-feed": "x\x0cpwned()\x0c",
    "line-separator": "x\u2028pwned()\u2028",
    "next-line": "x\x85pwned()\x85",
    "backslash": 'x\\"""; pwned(); """',
    "trailing-backslash": "pwned()\\",
    "trailing-quote": 'pwned() "',
    "nul": "x\x00pwned()",
    "jinja": "{{ pwned() }}{% for x in pwned() %}{% endfor %}",
    "braces": "{pwned()}",
    "percent": "%(pwned())s",
    "comment": "# pwned()\npwned()",
    "path": "../../pwned/../pwned",
    "absolute": "/pwned",
    "surrogate-like": "pwned\u202e()",
    "toml": '"]\npwned = true\n["',
    "code-fence": "```\npwned()\n```",
}


def _document(text: str) -> dict[str, Any]:
    schema = {
        "title": text,
        "description": text,
        "type": "object",
        "required": [text],
        "properties": {
            text: {"type": "string", "description": text, "default": text, "enum": [text, "b"]},
            "const": {"const": text},
            "tagged": {"$ref": "#/components/schemas/Tagged"},
            "map": {"type": "object", "additionalProperties": {"type": "string", "pattern": text}},
        },
        "x-extension": text,
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": text,
            "version": text,
            "description": text,
            "summary": text,
            "contact": {"name": text, "email": text},
            "license": {"name": text},
        },
        "servers": [
            {
                "url": f"https://{{host}}/{text}",
                "description": text,
                "variables": {"host": {"default": text, "description": text}},
            }
        ],
        "tags": [{"name": text, "description": text}],
        "security": [{text: [text]}],
        "paths": {
            f"/{text}/{{{text}}}": {
                "post": {
                    "operationId": text,
                    "summary": text,
                    "description": text,
                    "tags": [text],
                    "parameters": [
                        {
                            "name": text,
                            "in": "path",
                            "required": True,
                            "schema": {"type": "string"},
                        },
                        {"name": text, "in": "query", "description": text, "schema": schema},
                        {"name": text, "in": "header", "schema": {"default": text}},
                        {"name": text, "in": "cookie", "schema": {"enum": [text]}},
                    ],
                    "requestBody": {
                        "description": text,
                        "content": {"application/json": {"schema": schema}, text: {}},
                    },
                    "responses": {
                        "200": {
                            "description": text,
                            "headers": {text: {"schema": {"type": "string"}}},
                            "content": {"application/json": {"schema": schema}, text: {}},
                        },
                        "404": {"description": text, "content": {text: {"schema": schema}}},
                    },
                }
            }
        },
        "webhooks": {
            text: {"post": {"requestBody": {"content": {"application/json": {"schema": schema}}}}}
        },
        "components": {
            "schemas": {
                "Tagged": {
                    "oneOf": [{"$ref": "#/components/schemas/A"}, {"type": "object"}],
                    "discriminator": {
                        "propertyName": text,
                        "mapping": {text: "#/components/schemas/A"},
                    },
                },
                "A": {"type": "object", "properties": {text: {"type": "string"}}},
                text.replace("/", "~"): schema,
            },
            "securitySchemes": {
                text: {
                    "type": "oauth2",
                    "description": text,
                    "flows": {"clientCredentials": {"tokenUrl": text, "scopes": {text: text}}},
                },
                "key": {"type": "apiKey", "in": "header", "name": text},
            },
        },
    }


def _names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id
        elif isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant):
            yield ast.unparse(node)


@pytest.fixture(scope="module", params=sorted(PAYLOADS))
def files(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[GeneratedFile, ...]:
    path = tmp_path_factory.mktemp("hostile") / "openapi.json"
    path.write_text(json.dumps(_document(PAYLOADS[request.param])), encoding="utf-8")
    return generate(path, Config(package="hostile")).files


def test_the_payload_is_never_code(files: tuple[GeneratedFile, ...]) -> None:
    modules = [file for file in files if file.path.endswith(".py")]
    assert len(modules) > 20
    for file in modules:
        for name in _names(ast.parse(file.text, file.path)):
            assert not name.startswith("pwned"), f"{file.path}: {name}"


def test_no_file_leaves_the_folder(files: tuple[GeneratedFile, ...]) -> None:
    for file in files:
        path = PurePosixPath(file.path)
        assert not path.is_absolute()
        assert ".." not in path.parts
        assert not any(character in file.path for character in '\\\0\n\r:*?"<>|')


def test_data_files_stay_well_formed(files: tuple[GeneratedFile, ...]) -> None:
    import tomllib

    by_suffix = {Path(file.path).suffix: file for file in files}
    assert {".json", ".toml"} <= by_suffix.keys()
    for file in files:
        if file.path.endswith(".json"):
            json.loads(file.text)
        elif file.path.endswith(".toml"):
            assert "pwned" not in tomllib.loads(file.text)
