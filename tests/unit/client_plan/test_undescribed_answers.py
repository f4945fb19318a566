"""Successes that name no media type: their result is what comes, where something has to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from driven import Driven

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DONE = {"200": {"description": "Successful Response"}}


@pytest.mark.parametrize(
    ("content", "media_type", "expected"),
    [
        (b'{"id": 1}', "application/json", {"id": 1}),
        (b'{"id": 1}\n{"id": 2}\n', "application/json", '{"id": 1}\n{"id": 2}\n'),
        ("ä".encode(), "text/plain; charset=utf-8", "ä"),
        (b"", "text/plain", None),
    ],
)
@pytest.mark.parametrize("strict", [False, True])
def test_result_is_what_comes(
    tmp_path: Path, content: bytes, media_type: str, expected: object, strict: bool
) -> None:
    with _client(tmp_path, content, media_type, strict=strict) as client:
        assert client.archives.list() == expected


def test_what_is_no_text_is_bytes(tmp_path: Path) -> None:
    with _client(tmp_path, b"PK", "application/zip", strict=True) as client:
        assert client.archives.list().content == b"PK"


def _client(tmp_path: Path, content: bytes, media_type: str, *, strict: bool) -> Any:
    paths = {"/archives": {"get": {"operationId": "archives", "responses": DONE}}}
    info = {"title": "Open", "version": "1"}
    servers = [{"url": "https://api.test"}]
    document = {"openapi": "3.1.0", "info": info, "servers": servers, "paths": paths}
    answer = httpx2.Response(200, content=content, headers={"content-type": media_type})
    http = httpx2.Client(transport=httpx2.MockTransport(lambda _: answer))
    return Driven(tmp_path, "undescribed", document).package.Client(http_client=http, strict=strict)


@pytest.mark.parametrize(
    ("method", "responses", "expected"),
    [
        ("get", DONE, "Any"),
        ("get", {**DONE, "204": {"description": "Nothing."}}, "Any"),
        ("get", {"default": {"description": ""}}, "Any"),
        ("get", {"204": {"description": "Nothing."}}, "None"),
        ("get", {**DONE, "202": {"description": "", "content": {"text/plain": {}}}}, "str | None"),
        ("post", DONE, "Any"),
        ("delete", {"default": {"description": ""}}, "Any"),
        ("post", {"201": {"description": "Created."}}, "None"),
        ("delete", {"202": {"description": "Later."}, "204": {"description": "Now."}}, "None"),
        ("head", DONE, "None"),
    ],
)
def test_only_where_something_is_asked_for(
    plan: Callable[..., Any], method: str, responses: dict[str, Any], expected: str
) -> None:
    planned = plan({"/archives": {method: {"responses": responses}}})
    assert f"Operation[{expected}]" in planned.file("api/resources/archives.py")
