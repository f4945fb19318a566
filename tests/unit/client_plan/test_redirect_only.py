"""Operations that answer with nothing but the place of something else: their result is what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from driven import Driven

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FOUND = {"302": {"description": "It is elsewhere."}, "404": {"description": "None."}}


def test_result_is_what_the_redirect_leads_to(tmp_path: Path) -> None:
    paths = {"/archive": {"get": {"operationId": "getArchive", "responses": FOUND}}}
    info = {"title": "Moved", "version": "1"}
    servers = [{"url": "https://api.test/v1"}]
    document = {"openapi": "3.1.0", "info": info, "servers": servers, "paths": paths}
    driven = Driven(tmp_path, "moved", document)

    def answer(request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/v1/archive":
            return httpx2.Response(302, headers={"location": "https://files.test/a.zip"})
        return httpx2.Response(200, content=b"PK", headers={"content-type": "application/zip"})

    with httpx2.Client(transport=httpx2.MockTransport(answer)) as http:
        assert driven.package.Client(http_client=http).archive.get().content == b"PK"


@pytest.mark.parametrize(
    ("method", "responses", "expected"),
    [
        ("get", FOUND, "BinaryResponse"),
        ("get", {"303": {"description": ""}, "default": {"description": ""}}, "BinaryResponse"),
        ("post", FOUND, "None"),
        ("get", {"304": {"description": "Not modified."}}, "None"),
        ("get", {**FOUND, "204": {"description": "Not yet."}}, "None"),
    ],
)
def test_only_where_nothing_else_is_an_answer(
    plan: Callable[..., Any], method: str, responses: dict[str, Any], expected: str
) -> None:
    text = plan({"/pets": {method: {"responses": responses}}}).file("api/resources/pets.py")
    assert f"Operation[{expected}]" in text
