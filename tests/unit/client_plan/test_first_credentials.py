"""What the README makes a client with: all that the first requirement of the API asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
SCHEMES = {
    "basic": {"type": "http", "scheme": "basic"},
    "bearer": {"type": "http", "scheme": "bearer"},
    "app": KEY,
    "user": KEY,
    "tls": {"type": "mutualTLS"},
}


@pytest.mark.parametrize(
    ("security", "arguments"),
    [
        (None, 'username="...", password="..."'),
        ([{"bearer": []}], 'token="..."'),
        ([{"app": [], "user": []}, {"bearer": []}], 'app="...", user="..."'),
        ([{}, {"basic": []}], 'username="...", password="..."'),
        ([{"tls": []}], ""),
        ([{"unknown": []}], 'username="...", password="..."'),
        ([], 'username="...", password="..."'),
    ],
)
def test_first_requirement_is_met(plan: Callable[..., Any], security: Any, arguments: str) -> None:
    members: dict[str, Any] = {} if security is None else {"security": security}
    members["servers"] = [{"url": "https://a.test"}]
    members["components"] = {"securitySchemes": SCHEMES}
    operation = {"operationId": "getPet", "responses": {"200": {"description": "OK"}}}
    readme = plan({"/pet": {"get": operation}}, **members).file("README.md")
    assert f"\nclient = Client({arguments})\n" in readme
