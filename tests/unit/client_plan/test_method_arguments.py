"""Arguments, bodies and answers of methods, as the generated text has them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = {"type": "string"}


def _operation(**members: Any) -> dict[str, Any]:
    return {"operationId": "doThing", "responses": {"204": {"description": "Done."}}, **members}


def _body(schema: Any, media_type: str = "application/json", **members: Any) -> dict[str, Any]:
    return {"content": {media_type: {"schema": schema}}, **members}


def _object(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required)}


def _answers(**content: Any) -> dict[str, Any]:
    return {"200": {"description": "Fine.", "content": content}}


class Text:
    """The one method of a generated resource, as its syntax tree."""

    def __init__(self, source: str) -> None:
        self.source = source
        tree = ast.parse(source)
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
        self.methods = [node for node in classes[0].body if isinstance(node, ast.FunctionDef)]
        self.method = self.methods[-1]

    @property
    def positional(self) -> list[str]:
        return [one.arg for one in self.method.args.args[1:]]

    @property
    def keywords(self) -> list[str]:
        return [one.arg for one in self.method.args.kwonlyargs]

    @property
    def call(self) -> str:
        return ast.unparse(self.method.body[-1])

    def annotation(self, name: str) -> str:
        every = [*self.method.args.args, *self.method.args.kwonlyargs]
        (found,) = (one.annotation for one in every if one.arg == name)
        assert found is not None
        return ast.unparse(found)


@pytest.fixture
def write(plan: Callable[..., Any]) -> Callable[..., Text]:
    def _write(operation: dict[str, Any], path: str = "/things", method: str = "post") -> Text:
        return Text(plan({path: {method: operation}}).file("api/resources/things.py"))

    return _write


def test_order_and_names_of_arguments(write: Callable[..., Text]) -> None:
    parameters = [
        {"name": "X-Kind", "in": "header", "schema": TEXT},
        {"name": "expand[]", "in": "query", "schema": {"type": "array", "items": TEXT}},
        {"name": "id", "in": "query", "required": True, "schema": TEXT},
        {"name": "id", "in": "path", "required": True, "schema": TEXT},
        {"name": "timeout", "in": "query", "schema": TEXT},
        {"name": "class", "in": "cookie", "schema": TEXT},
        {"name": "Authorization", "in": "header", "schema": TEXT},
    ]
    schema = _object("displayName", displayName=TEXT, id=TEXT, made={**TEXT, "readOnly": True})
    text = write(
        _operation(parameters=parameters, requestBody=_body(schema, required=True)), "/things/{id}"
    )
    assert text.positional == ["id"]
    assert text.keywords == [
        *("query_id", "display_name", "expand", "timeout_", "x_kind", "class_", "body_id")
    ]
    assert text.annotation("expand") == "Sequence[str] | Omit"
    assert "'expand[]': expand" in text.call
    assert "body=Json({'displayName': display_name, 'id': body_id})" in text.call
    assert "cookies={'class': class_}" in text.call


def test_optional_body_and_null(write: Callable[..., Text]) -> None:
    schema = _object("name", name=TEXT, note={"type": ["string", "null"]})
    text = write(_operation(requestBody=_body(schema)))
    assert text.annotation("name") == "str | Omit"
    assert text.annotation("note") == "str | None | Omit"
    assert "optional=True" in text.call


@pytest.mark.parametrize(
    ("media_type", "schema", "expected"),
    [
        ("application/json", {"type": "array", "items": TEXT}, "body=Json(body)"),
        (
            "application/merge-patch+json",
            _object(a=TEXT),
            "media_type='application/merge-patch+json'",
        ),
        ("application/x-www-form-urlencoded", _object(a=TEXT), "body=Form({'a': a}"),
        ("multipart/form-data", _object(a=TEXT), "body=Multipart({'a': a}"),
        ("text/plain", TEXT, "body=Raw(body, 'text/plain')"),
        ("application/octet-stream", {}, "body=Raw(body)"),
        ("*/*", _object(a=TEXT), "body=Json({'a': a}"),
        (
            "application/json",
            {"oneOf": [_object(a=TEXT), _object(b=TEXT)]},
            "body=Json(body)",
        ),
    ],
)
def test_kinds_of_bodies(
    write: Callable[..., Text], media_type: str, schema: Any, expected: str
) -> None:
    text = write(_operation(requestBody=_body(schema, media_type, required=True)))
    assert expected in text.call


def test_files_to_upload(write: Callable[..., Text]) -> None:
    binary = {"type": "string", "format": "binary"}
    schema = _object("file", file=binary, more={"type": "array", "items": binary}, note=TEXT)
    text = write(_operation(requestBody=_body(schema, "multipart/form-data", required=True)))
    assert text.annotation("file") == "FileInput"
    assert text.annotation("more") == "Sequence[FileInput] | Omit"
    assert text.annotation("note") == "str | Omit"


def test_styles_are_said_only_where_they_count(write: Callable[..., Text]) -> None:
    array = {"type": "array", "items": TEXT}
    parameters = [
        {"name": "a", "in": "query", "schema": array, "explode": False},
        {"name": "b", "in": "query", "schema": TEXT, "explode": False},
        {"name": "c", "in": "query", "schema": array, "style": "pipeDelimited"},
        {"name": "d", "in": "query", "schema": {"type": "object"}, "style": "deepObject"},
        {"name": "e", "in": "query", "content": {"application/json": {"schema": {}}}},
        {"name": "f", "in": "query", "schema": TEXT, "allowReserved": True},
    ]
    call = write(_operation(parameters=parameters), method="get").call
    assert "'a': styled(a, 'form', explode=False)" in call
    assert "'b': b" in call
    assert "'c': styled(c, 'pipeDelimited'" in call
    assert "'d': styled(d, 'deepObject'" in call
    assert "'e': json_text(e)" in call
    assert "'f': styled(f, 'form', allow_reserved=True)" in call


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"application/json": {"schema": TEXT}}, "str"),
        ({"text/csv": {}}, "str"),
        ({"application/pdf": {}}, "BinaryResponse"),
        ({"application/json": {}}, "Any"),
        ({"*/*": {"schema": {"type": "array", "items": TEXT}}}, "list[str]"),
        ({"application/octet-stream": {"schema": TEXT}}, "BinaryResponse"),
        ({"text/event-stream": {"schema": TEXT}}, "Stream[str]"),
        ({}, "Any"),
    ],
)
def test_answers(write: Callable[..., Text], content: Any, expected: str) -> None:
    text = write({"operationId": "doThing", "responses": _answers(**content)}, method="get")
    assert text.method.returns is not None
    assert ast.unparse(text.method.returns) == expected


def test_several_successes_are_a_union(write: Callable[..., Text]) -> None:
    responses = {
        **_answers(**{"application/json": {"schema": TEXT}}),
        "204": {"description": "Nothing."},
        "404": {"description": "Gone.", "content": {"application/json": {"schema": TEXT}}},
    }
    text = write({"operationId": "doThing", "responses": responses})
    assert text.method.returns is not None
    assert ast.unparse(text.method.returns) == "str | None"
    assert "NotFoundError: Gone." in (ast.get_docstring(text.method) or "")


def test_a_boolean_switches_between_answer_and_stream(write: Callable[..., Text]) -> None:
    content = {"application/json": {"schema": TEXT}, "text/event-stream": {"schema": TEXT}}
    schema = _object(stream={"type": "boolean", "description": "Ends with data: [DONE]."})
    operation = {"operationId": "doThing", "responses": _answers(**content)}
    text = write({**operation, "requestBody": _body(schema)})
    returns = [ast.unparse(one.returns) for one in text.methods if one.returns is not None]
    assert returns == ["str", "Stream[str]", "str | Stream[str]", "str | Stream[str]"]
    assert "stream=bool(stream)" in text.call
    assert 'terminator="[DONE]"' in text.source
    without = write(operation)
    assert without.keywords == ["stream"]
    assert "query" not in without.call


def test_a_method_called_like_a_builtin_hides_no_type(plan: Callable[..., Any]) -> None:
    texts = {"type": "array", "items": TEXT}
    content = {"application/json": {"schema": texts}}
    operation = {"operationId": "listThings", "responses": _answers(**content)}
    other = {"operationId": "findThings", "responses": _answers(**content)}
    source = plan({"/things": {"get": operation}, "/things/x": {"get": other}}).file(
        "api/resources/things.py"
    )
    assert "-> builtins.list[str]" in source
    assert "import builtins" in source


def test_idempotency_key_is_never_required(write: Callable[..., Text]) -> None:
    key = {"name": "Idempotency-Key", "in": "header", "required": True, "schema": TEXT}
    text = write(_operation(parameters=[key]))
    assert text.annotation("idempotency_key") == "str | Omit"
    assert 'idempotency_header="Idempotency-Key"' in text.source
