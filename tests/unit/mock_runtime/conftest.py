"""Mocks of documents, prepared as the generator prepares them; calls are named by operation ids."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2
import jsonschema_rs
import pytest
from served_document import served_operations
from twin.mock._runtime import Behaviour, MockServer
from twin.server._runtime import Document

from generator.analyze.lifecycle import lifecycle
from generator.diagnostics import Diagnostics
from generator.parse import parse
from generator.source import resolve, with_sound_schemas
from generator.source.loader import parse_document

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPECS = Path(__file__).parents[3] / "specs"


@dataclass
class Prepared:
    """What a mock is made of."""

    document: Document
    behaviour: Behaviour

    def mock(self, **options: Any) -> MockServer:
        return MockServer(self.document, self.behaviour, **options)


def _prepare(content: bytes) -> Prepared:
    found = Diagnostics()
    tree = resolve(parse_document("memory:openapi.json", content, found), found)
    api = parse(tree, found)
    calls = {operation.pointer: operation.operation_id for operation in api.operations}
    behaviour = Behaviour.read(json.loads(json.dumps(lifecycle(api).to_json(calls))))
    return Prepared(Document(with_sound_schemas(tree.root), served_operations(api)), behaviour)


@pytest.fixture(scope="session")
def prepare() -> Any:
    """The function that prepares a document given as a value."""
    return lambda openapi: _prepare(json.dumps(openapi).encode())


@pytest.fixture(scope="session")
def cuadra() -> Prepared:
    """The Cuadra document, prepared."""
    return _prepare((_SPECS / "cuadra" / "openapi.json").read_bytes())


@pytest.fixture(scope="session")
def bookshop() -> Prepared:
    """The bookshop's document, prepared."""
    return _prepare((_SPECS / "bookshop" / "openapi.yaml").read_bytes())


class Client:
    """Calls a mock in process and judges every answer by the document itself."""

    def __init__(self, mock: MockServer, openapi: Any, headers: dict[str, str]) -> None:
        self.mock = mock
        registry = jsonschema_rs.Registry([("urn:x", openapi)], draft=jsonschema_rs.Draft202012)
        self._registry = registry
        self._openapi = openapi
        self.http = httpx2.Client(
            transport=mock.transport(),
            base_url="https://api.example.com",
            headers=headers,
        )

    def __call__(self, method: str, path: str, status: int = 200, **options: Any) -> Any:
        response = self.http.request(method, path, **options)
        assert response.status_code == status, response.text
        if "json" not in response.headers.get("content-type", ""):
            return response.text
        body = response.json()
        self._judge(response, body)
        return body

    def _judge(self, response: httpx2.Response, body: Any) -> None:
        call = self.mock.calls()[-1].call
        endpoint = self.mock.dispatcher.endpoints.get(call)
        declared = endpoint.operation.response(response.status_code) if endpoint else None
        if declared is None:
            return
        kind = response.headers["content-type"]
        media = next(item for item in declared.content if item.name == kind)
        pointer = media.schema.replace("{", "%7B").replace("}", "%7D")
        judge = jsonschema_rs.Draft202012Validator(
            {"$ref": f"urn:x{pointer}"}, registry=self._registry, validate_formats=True
        )
        judge.validate(body)


@pytest.fixture
def api(cuadra: Prepared) -> Iterator[Client]:
    """A judging client of a fresh Cuadra mock."""
    with cuadra.mock(seed=7) as mock:
        yield Client(mock, cuadra.document.openapi, {"authorization": "Bearer mock-token"})


@pytest.fixture
def shop(bookshop: Prepared) -> Iterator[Client]:
    """A judging client of a fresh bookshop mock."""
    with bookshop.mock(seed=7) as mock:
        yield Client(mock, bookshop.document.openapi, {"x-api-key": "mock-token"})
