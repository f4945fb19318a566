"""Pages of which headers tell: the client walks those of the mock, and asks for none in vain."""

from __future__ import annotations

import importlib
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from generator import Config, generate

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT = {"type": "string"}
_NUMBER = {"type": "integer"}
_BOOK = {"type": "object", "required": ["id"], "properties": {"id": _TEXT, "title": _TEXT}}
_ROWS = {"type": "array", "items": {"$ref": "#/components/schemas/Book"}}


def _paths(name: str, query: dict[str, Any], headers: dict[str, Any]) -> dict[str, Any]:
    rows = {"schema": _ROWS}
    listed = {
        "description": "",
        "headers": {key: {"schema": schema} for key, schema in headers.items()},
        "content": {"application/json": rows},
    }
    made = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Book"}}}}
    parameters = [
        {"name": key, "in": "header" if key[0].isupper() else "query", "schema": one}
        for key, one in query.items()
    ]
    book_id = {"name": "id", "in": "path", "required": True, "schema": _TEXT}
    return {
        f"/{name}": {
            "get": {
                "parameters": parameters,
                "responses": {"200": listed},
                "operationId": f"list_{name}",
            },
            "post": {
                "requestBody": made,
                "responses": {"201": {"description": "", **made}},
                "operationId": f"create_{name}",
            },
        },
        f"/{name}/{{id}}": {
            "get": {
                "parameters": [book_id],
                "responses": {"200": {"description": "", **made}},
                "operationId": f"get_{name}",
            }
        },
    }


_LISTS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "numbers": (
        {"page": _NUMBER, "per_page": _NUMBER},
        {"X-Next-Page": _TEXT, "X-Total": _TEXT, "X-Total-Pages": _NUMBER},
    ),
    "totals": ({"offset": _NUMBER, "limit": _NUMBER}, {"X-Total-Count": _NUMBER}),
    "tokens": ({"continuation": _TEXT, "limit": _NUMBER}, {"x-ms-continuation": _TEXT}),
    "ranges": ({"limit": _NUMBER, "Range": _TEXT}, {"Next-Range": _TEXT}),
    "cursors": ({"limit": _NUMBER, "X-Cursor": _TEXT}, {"X-Cursor": _TEXT}),
    "urls": (
        {"limit": _NUMBER, "after": _TEXT},
        {"Next-Page": {**_TEXT, "format": "uri-reference"}},
    ),
}
_DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Pages", "version": "1"},
    "servers": [{"url": "https://pages.test"}],
    "paths": {
        path: item for name, told in _LISTS.items() for path, item in _paths(name, *told).items()
    },
    "components": {"schemas": {"Book": _BOOK}},
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("page_headers")
    (folder / "openapi.json").write_text(json.dumps(_DOCUMENT), encoding="utf-8")
    generate(folder / "openapi.json", Config(package="paged_by_headers"), output=folder / "out")
    sys.path.insert(0, str(folder / "out"))
    try:
        yield importlib.import_module("paged_by_headers.mock")
    finally:
        sys.path.remove(str(folder / "out"))


@pytest.mark.parametrize("name", _LISTS)
def test_pages_are_walked_to_their_end(pages: Any, name: str) -> None:
    size = "per_page" if "per_page" in _LISTS[name][0] else "limit"
    with pages.Mock(seed=1) as mock:
        client = mock.client()
        resource = getattr(client, name)
        made = [resource.create(id=f"b{number}", title="T").id for number in range(6)]
        found = [book.id for book in resource.list(**{size: 2})]
        assert sorted(found) == sorted(made)
        assert len(mock.calls(f"{name}.list")) == 3
