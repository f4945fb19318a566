"""The project around the package: credentials, texts, metadata; and that all of it is sound Python."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[3]
FINE = {"responses": {"200": {"description": "Fine."}}}


def _arguments(source: str) -> list[str]:
    (client,) = (
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef) and node.name == "Client"
    )
    (init,) = (
        node
        for node in client.body
        if isinstance(node, ast.FunctionDef) and node.name == "__init__"
    )
    return [one.arg for one in init.args.kwonlyargs]


@pytest.mark.parametrize(
    ("schemes", "expected"),
    [
        ({"a": {"type": "http", "scheme": "bearer"}}, ["token"]),
        ({"a": {"type": "http", "scheme": "basic"}}, ["username", "password"]),
        ({"a": {"type": "apiKey", "in": "header", "name": "X-Key"}}, ["api_key"]),
        (
            {
                "appKey": {"type": "apiKey", "in": "header", "name": "X-App"},
                "user-key": {"type": "apiKey", "in": "query", "name": "user"},
            },
            ["app_key", "user_key"],
        ),
        (
            {
                "bearer": {"type": "http", "scheme": "bearer"},
                "oauth": {
                    "type": "oauth2",
                    "flows": {"clientCredentials": {"tokenUrl": "https://a.b/t", "scopes": {}}},
                },
            },
            ["token", "client_id", "client_secret"],
        ),
        ({"a": {"type": "http", "scheme": "digest"}}, ["a"]),
        ({"a": {"type": "mutualTLS"}}, []),
    ],
)
def test_every_scheme_has_its_arguments(
    plan: Callable[..., Any], schemes: Any, expected: list[str]
) -> None:
    found = plan({"/a": {"get": FINE}}, components={"securitySchemes": schemes})
    arguments = _arguments(found.file("api/_client.py"))
    assert arguments[: len(expected)] == expected
    assert arguments[len(expected)] == "base_url"


def test_a_client_without_resources_imports_nothing_for_them(plan: Callable[..., Any]) -> None:
    assert "cached_property" in plan({"/a": {"get": FINE}}).file("api/_client.py")
    assert "cached_property" not in plan({}).file("api/_client.py")


def test_server_variables_are_arguments(plan: Callable[..., Any]) -> None:
    variables = {"region": {"default": "eu", "enum": ["eu", "us"]}, "x-y": {"default": "1"}}
    servers = [{"url": "https://{region}.a.b/{x-y}", "variables": variables}]
    source = plan({"/a": {"get": FINE}}, servers=servers).file("api/_client.py")
    assert _arguments(source)[:2] == ["region", "x_y"]
    assert 'Literal["eu", "us"] | None' in source
    assert 'API.with_variables({"region": region, "x-y": x_y})' in source


def test_variables_of_every_server_are_arguments(plan: Callable[..., Any]) -> None:
    def server(**variables: Any) -> list[dict[str, Any]]:
        return [{"url": "https://{region}.a.b/{base}", "variables": variables}]

    region = {"default": "eu", "enum": ["eu", "us"]}
    paths = {
        "/a": {"get": {**FINE, "servers": server(region=region, base={"default": "v2"})}},
        "/b": {"get": FINE, "servers": server(region={"default": "ap", "enum": ["ap"]})},
    }
    planned = plan(paths, servers=server(region=region, base={"default": "v1"}))
    source = planned.file("api/_client.py")
    assert _arguments(source)[:2] == ["region", "base"]
    assert 'region: Literal["eu", "us", "ap"] | None' in source
    assert "Default: 'v1' or 'v2'" in source.replace('"', "'")
    assert planned.codes == ["undeclared-server-variable"]


def test_shared_errors_stand_in_one_table(plan: Callable[..., Any]) -> None:
    def failing(schema: Any) -> dict[str, Any]:
        content = {"application/json": {"schema": schema}}
        return {"get": {"responses": {"404": {"description": "Gone.", "content": content}}}}

    text, number = {"type": "string"}, {"type": "integer"}
    found = plan({"/a": failing(text), "/b": failing(text), "/c": failing(number)})
    assert '"404": {"application/json": ' in found.file("api/_api.py")
    assert "errors=" not in found.file("api/resources/a.py")
    assert 'errors={"404": {"application/json": lambda: int}}' in found.file("api/resources/c.py")


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("1.0.0", "1.0.0"),
        ("v3", "3"),
        ("2.1.0-beta.2", "2.1.0b2"),
        ("1.0-SNAPSHOT", "1.0.dev0"),
        ("2024-01-31", "2024.1.31"),
        ("v2024-11-05-beta", "2024.11.5b0"),
        ("2024-01", "2024"),
        ("latest", "0.0.0"),
        ("1.2.3-rc1+build", "1.2.3rc1"),
    ],
)
def test_versions_are_those_of_pep_440(
    plan: Callable[..., Any], version: str, expected: str
) -> None:
    found = plan({"/a": {"get": FINE}}, info={"title": "T", "version": version})
    project = tomllib.loads(found.file("pyproject.toml"))["project"]
    assert project["version"] == expected
    assert project["dependencies"] == ["httpx2>=2.16", "pydantic>=2.12"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Cuadra AI API", "cuadra_ai"),
        ("API", "api"),
        ("JSON", "json_"),
        ("字符串", "api"),
        ("3 Dogs", "api_3_dogs"),
    ],
)
def test_package_is_named_after_the_title(
    plan: Callable[..., Any], title: str, expected: str
) -> None:
    config = Config(emit=("models", "client"))
    found = plan({"/a": {"get": FINE}}, info={"title": title, "version": "1"}, config=config)
    assert found.package.package == expected


HOSTILE = 'x" """ \\ \n# noqa\n]](javascript:alert(1)) <script> `code` ${x} {{ y }} {% z %}'


def test_hostile_texts_stay_texts(plan: Callable[..., Any]) -> None:
    operation = {
        "summary": HOSTILE,
        "description": HOSTILE,
        "operationId": HOSTILE,
        "tags": [HOSTILE],
        "parameters": [
            {"name": HOSTILE, "in": "query", "description": HOSTILE, "schema": {"default": HOSTILE}}
        ],
        "responses": {"200": {"description": HOSTILE, "content": {HOSTILE: {}}}},
    }
    found = plan(
        {f"/{HOSTILE}": {"get": operation}},
        info={"title": HOSTILE, "version": HOSTILE, "description": HOSTILE},
        tags=[{"name": HOSTILE, "description": HOSTILE}],
        servers=[{"url": f"https://a/{HOSTILE}"}],
        components={
            "securitySchemes": {HOSTILE: {"type": "apiKey", "in": "header", "name": HOSTILE}}
        },
    )
    for artifact in found.package.artifacts:
        text = found.file(artifact.path)
        if artifact.path.endswith(".py"):
            names = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
            assert not names & {"alert", "script", "javascript", "noqa", "code"}
        elif artifact.path.endswith(".md"):
            prose = re.sub(r"(?s)(`+).*?(?<!`)\1(?!`)", "", text)
            assert "<script>" not in prose
            assert "](javascript" not in prose.replace("\\](", "")
    tomllib.loads(found.file("pyproject.toml"))


def test_manifest_names_what_came_of_what(plan: Callable[..., Any]) -> None:
    document = json.loads((ROOT / "specs/cuadra/openapi.json").read_text(encoding="utf-8"))
    members = {key: value for key, value in document.items() if key not in {"paths", "openapi"}}
    found = plan(document["paths"], **members)
    by_call = {one["call"]: one for one in found.operations}
    assert len(by_call) == sum(len(item) for item in document["paths"].values())
    listing = by_call["files.list"]
    assert listing["parameters"]["query:limit"] == "limit"
    assert listing["responses"]["200"] == {"application/json": "api.models.FilePage"}
    assert listing["pagination"]["style"] == "cursor"
    assert by_call["models.create"]["parameters"]["body:displayName"] == "display_name"
    assert by_call["chats.create_or_continue"]["streaming"]["argument"] == "stream"
    assert json.loads(json.dumps(found.package.manifest))["package"] == "api"


def test_readme_shows_calls_that_parse(plan: Callable[..., Any]) -> None:
    document = json.loads((ROOT / "specs/cuadra/openapi.json").read_text(encoding="utf-8"))
    members = {key: value for key, value in document.items() if key not in {"paths", "openapi"}}
    readme = plan(document["paths"], **members).file("README.md")
    blocks = [part.split("```")[0] for part in readme.split("```python\n")[1:]]
    assert len(blocks) >= 5
    for block in blocks:
        compile(block, "README.md", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    assert "client.chats.create_or_continue(" in readme


def test_flows_of_persons_have_their_urls(plan: Callable[..., Any]) -> None:
    flows = {
        "clientCredentials": {"tokenUrl": "https://auth.test/machine", "scopes": {}},
        "deviceAuthorization": {
            "deviceAuthorizationUrl": "https://auth.test/device",
            "tokenUrl": "https://auth.test/token",
            "scopes": {},
        },
    }
    schemes = {"o": {"type": "oauth2", "flows": flows}}
    planned = plan({"/a": {"get": FINE}}, components={"securitySchemes": schemes})
    api = planned.file("api/_api.py")
    assert 'token_url="https://auth.test/machine"' in api
    assert 'grant_url="https://auth.test/token"' in api
    text = " ".join(planned.file("api/_client.py").split())
    assert '`DeviceCode("https://auth.test/device", ...)`' in text
