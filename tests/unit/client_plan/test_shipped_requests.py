"""Requests that the tests of a project expect have their fields in the order of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
