"""What the tests of a project expect: fields in the order of the document, bytes, times as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable

USER = {
    "type": "object",
    "properties": {"email": {"type": "string"}, "name": {"type": "string"}},
    "required": ["name"],
}


def test_fields_of_forms(plan: Callable[..., Any]) -> None:
    media = ("application/json", "multipart/form-data", "application/x-www-form-urlencoded")
    body = {"content": {name: {"schema": USER} for name in media}}
    answer = {"204": {"description": "Done."}}
    paths = {"/users": {"post": {"requestBody": body, "responses": answer}}}
    tests = plan(paths, config=Config(package="api", emit=("models", "client", "project")))
    (artifact,) = (
        one for one in tests.package.artifacts if one.path.endswith("tests/test_requests.py")
    )
    text = tests.file(artifact.path)
    form = text[text.index("form=[") :]
    assert form.index('"email"') < form.index('"name"')
    content = text[text.index("content=(") :]
    assert content.index('name="email"') < content.index('name="name"')


def test_a_body_that_is_a_file_is_bytes(plan: Callable[..., Any]) -> None:
    """A form of which the document says only that it is a text is the caller's to write."""
    thing = {"type": "object", "properties": {"name": {"type": "string"}}}
    post = {
        "operationId": "sendThing",
        "requestBody": {
            "required": True,
            "content": {"application/x-www-form-urlencoded": {"schema": {"type": "string"}}},
        },
        "responses": {
            "200": {
                "description": "",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
            }
        },
    }
    planned = plan({"/things": {"post": post}}, components={"schemas": {"Thing": thing}})
    assert 'arguments={"body": b"content"}' in planned.file("tests/test_responses.py")


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("2025-10-15T13:50:58.940Z", "2025-10-15T13:50:58.940000Z"),
        ("2025-10-15t13:50:58+00:00", "2025-10-15T13:50:58Z"),
        ("2025-10-15T13:50:58.5+02:00", "2025-10-15T13:50:58.500000+02:00"),
        ("2025-06-31T13:50:58.5Z", "2025-06-31T13:50:58.5Z"),
        ("2025-10-15T13:50:58.123456789Z", "2025-10-15T13:50:58.123456789Z"),
    ],
)
def test_times_are_expected_as_they_are_written(
    plan: Callable[..., Any], shown: str, expected: str
) -> None:
    time = {"type": "string", "format": "date-time", "example": shown}
    times = {"type": "array", "items": time, "example": [shown]}
    thing = {"type": "object", "properties": {"at": time, "all": times}}
    media = {
        "schema": {"$ref": "#/components/schemas/Thing"},
        "example": {"at": shown, "all": [shown]},
    }
    answer = {"200": {"description": "", "content": {"application/json": media}}}
    paths = {"/things": {"get": {"operationId": "getThing", "responses": answer}}}
    planned = plan(paths, components={"schemas": {"Thing": thing}})
    text = planned.file("tests/test_responses.py")
    assert f'"at": "{expected}"' in text
    assert f'"all": ["{expected}"]' in text
