"""Operations that take several bodies, whole query strings, and webhooks."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = {"type": "string"}
FINE = {"204": {"description": "Done."}}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def _functions(source: str, name: str) -> list[ast.FunctionDef]:
    """Return the definitions of a function, overloads first, of the first class that has it."""
    tree = ast.parse(source)
    for scope in (tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))):
        found = [
            node for node in scope.body if isinstance(node, ast.FunctionDef) and node.name == name
        ]
        if found:
            return found
    raise AssertionError(f"no function {name}")


def _signature(function: ast.FunctionDef) -> dict[str, str]:
    return {
        one.arg: ast.unparse(one.annotation) for one in function.args.kwonlyargs if one.annotation
    }


@pytest.fixture
def post(plan: Callable[..., Any]) -> Callable[..., Any]:
    def _post(content: dict[str, Any], **members: Any) -> Any:
        body = {
            "required": True,
            "content": {name: {"schema": one} for name, one in content.items()},
        }
        operation = {"operationId": "sendThing", "responses": FINE, "requestBody": body, **members}
        return plan({"/things": {"post": operation}})

    return _post


def test_each_body_has_a_signature(post: Callable[..., Any]) -> None:
    planned = post(
        {
            "application/json": _object(text=TEXT),
            "multipart/form-data": _object(text=TEXT, file={"type": "string", "format": "binary"}),
            "text/csv": TEXT,
        }
    )
    source = planned.file("api/resources/things.py")
    plain, form, raw, whole = map(_signature, _functions(source, "send"))
    assert plain == {
        "text": "str | Omit",
        "content_type": "Literal['application/json'] | Omit",
    }
    assert form == {
        "text": "str | Omit",
        "file": "FileInput | Omit",
        "content_type": "Literal['multipart/form-data']",
    }
    assert raw == {"body": "str", "content_type": "Literal['text/csv']"}
    assert set(whole) == {"text", "file", "body", "content_type"}
    text = ast.unparse(_functions(source, "send")[-1])
    assert "request_body = Multipart({'text': text, 'file': file})" in text
    assert "request_body = Raw(body, 'text/csv')" in text
    assert "else:\n        request_body = Json({'text': text})" in text
    (operation,) = planned.operations
    assert operation["parameters"] == {"body:text": "text"}
    assert operation["other_bodies"] == [
        {
            "media_types": ["multipart/form-data"],
            "parameters": {"body:text": "text", "body:file": "file"},
        },
        {"media_types": ["text/csv"], "parameters": {"body": "body"}},
    ]


def test_another_spelling_of_the_same_body_is_no_choice(post: Callable[..., Any]) -> None:
    thing = _object(text=TEXT)
    kinds = ("application/json", "application/xml", "text/json")
    source = post(dict.fromkeys(kinds, thing)).file("api/resources/things.py")
    (function,) = _functions(source, "send")
    assert _signature(function) == {"text": "str | Omit"}


def test_forms_of_the_same_arguments_share_a_signature(post: Callable[..., Any]) -> None:
    thing = _object(text=TEXT)
    kinds = ("application/json", "application/x-www-form-urlencoded", "multipart/form-data")
    source = post(dict.fromkeys(kinds, thing)).file("api/resources/things.py")
    (function,) = _functions(source, "send")
    assert _signature(function) == {
        "text": "str | Omit",
        "content_type": "Literal['application/json', 'multipart/form-data',"
        " 'application/x-www-form-urlencoded'] | Omit",
    }
    assert "request_body = Form({'text': text})" in ast.unparse(function)
    offered = "'application/json', 'multipart/form-data', 'application/x-www-form-urlencoded'"
    assert f"check_choice(content_type, {offered})" in ast.unparse(function)


def test_files_can_be_sent_where_json_has_the_same_schema(post: Callable[..., Any]) -> None:
    upload = _object(file={"type": "string", "format": "binary"})
    source = post(dict.fromkeys(("application/json", "multipart/form-data"), upload)).file(
        "api/resources/things.py"
    )
    _, form, whole = _functions(source, "send")
    assert _signature(form) == {
        "file": "FileInput | Omit",
        "content_type": "Literal['multipart/form-data']",
    }
    assert "request_body = Multipart({'file': file})" in ast.unparse(whole)


def test_caller_names_one_of_a_range(post: Callable[..., Any]) -> None:
    binary = {"type": "string", "format": "binary"}
    (function,) = _functions(
        post({"image/*": binary, "video/mp4": binary}).file("api/resources/things.py"), "send"
    )
    assert _signature(function) == {"body": "FileContent", "content_type": "str | Omit"}
    assert "Raw(body, 'image/*, video/mp4', content_type)" in ast.unparse(function)


def test_a_range_beside_json(post: Callable[..., Any]) -> None:
    content = {"application/json": _object(text=TEXT), "image/*": {"type": "string"}}
    *_, image, whole = _functions(post(content).file("api/resources/things.py"), "send")
    assert _signature(image) == {"body": "FileContent", "content_type": "str"}
    assert (
        "if not isinstance(content_type, Omit) and content_type != 'application/json':\n"
        "        request_body = Raw(body, 'image/*', content_type)"
    ) in ast.unparse(whole)


@pytest.mark.parametrize("nameless", ["*/*", ""])
def test_a_range_of_which_nothing_is_left(post: Callable[..., Any], nameless: str) -> None:
    """An object of any media type would be sent as JSON, of which the other schema tells."""
    planned = post({nameless: _object(number=TEXT), "application/json": _object(text=TEXT)})
    (function,) = _functions(planned.file("api/resources/things.py"), "send")
    assert _signature(function) == {"text": "str | Omit"}
    assert "body=Json({'text': text})" in ast.unparse(function)
    assert "media-type-twice" in planned.codes


@pytest.mark.parametrize(("schema", "codes"), [(TEXT, ["multipart-without-parts"]), ({}, [])])
def test_parts_of_which_nothing_is_known(
    post: Callable[..., Any], schema: dict[str, Any], codes: list[str]
) -> None:
    """A multipart body is never one text: what its parts are is left to the caller."""
    planned = post({"multipart/form-data": schema})
    (function,) = _functions(planned.file("api/resources/things.py"), "send")
    assert _signature(function) == {"body": "Any"}
    assert "body=Multipart(body)" in ast.unparse(function)
    assert "send(body={'name': 'text'})" in (ast.get_docstring(function) or "").replace('"', "'")
    assert planned.codes == codes


def test_media_types_of_one_kind_share_a_signature(post: Callable[..., Any]) -> None:
    images = {
        f"image/{kind}": {"type": "string", "format": "binary", "title": kind} for kind in "ab"
    }
    (function,) = _functions(post(images).file("api/resources/things.py"), "send")
    assert _signature(function) == {
        "body": "FileContent",
        "content_type": "Literal['image/a', 'image/b'] | Omit",
    }
    assert "request_body = Raw(body, 'image/b')" in ast.unparse(function)


def test_a_parameter_called_content_type_makes_way(post: Callable[..., Any]) -> None:
    parameter = {"name": "content_type", "in": "query", "schema": TEXT}
    content = {"application/json": _object(text=TEXT), "text/csv": TEXT}
    source = post(content, parameters=[parameter]).file("api/resources/things.py")
    function = _functions(source, "send")[-1]
    assert {"query_content_type", "content_type"} < set(_signature(function))
    assert "{'content_type': query_content_type}" in ast.unparse(function)


def test_choices_and_streams_multiply(post: Callable[..., Any]) -> None:
    content = {
        "application/json": _object(text=TEXT, stream={"type": "boolean"}),
        "multipart/form-data": _object(
            file={"type": "string", "format": "binary"}, stream={"type": "boolean"}
        ),
    }
    answer = {"application/json": {"schema": TEXT}, "text/event-stream": {"schema": TEXT}}
    planned = post(content, responses={"200": {"description": "", "content": answer}})
    *overloads, whole = _functions(planned.file("api/resources/things.py"), "send")
    found = [(_signature(one)["content_type"], _signature(one)["stream"]) for one in overloads]
    assert [kind for kind, _ in found] == [
        *["Literal['application/json'] | Omit"] * 3,
        *["Literal['multipart/form-data']"] * 3,
    ]
    assert [switch for _, switch in found] == [
        *("Literal[False] | Omit", "Literal[True]", "bool | Omit") * 2
    ]
    assert ast.unparse(whole).count("request_body = ") == 2


@pytest.mark.parametrize(
    ("media_type", "item", "annotation", "body"),
    [
        ("application/jsonl", _object(a=TEXT), "Sequence[", "JsonLines(body)"),
        (
            "multipart/mixed",
            {"type": "string", "format": "binary"},
            "Sequence[FileInput]",
            "Multipart(body, media_type='multipart/mixed')",
        ),
    ],
)
def test_sequences_are_sent_item_by_item(
    plan: Callable[..., Any], media_type: str, item: Any, annotation: str, body: str
) -> None:
    request = {"required": True, "content": {media_type: {"itemSchema": item}}}
    operation = {"operationId": "sendThing", "responses": FINE, "requestBody": request}
    source = plan({"/things": {"post": operation}}).file("api/resources/things.py")
    (function,) = _functions(source, "send")
    assert _signature(function)["body"].startswith(annotation)
    assert f"body={body}" in ast.unparse(function)


def test_a_whole_query_string(plan: Callable[..., Any]) -> None:
    content = {"application/json": {"schema": _object(a=TEXT)}}
    parameter = {"name": "q", "in": "querystring", "content": content}
    operation = {"operationId": "findThing", "responses": FINE, "parameters": [parameter]}
    source = plan({"/things": {"get": operation}}).file("api/resources/things.py")
    assert 'query={"q": whole_query(q, "application/json")}' in source


def test_webhooks_are_parsed_by_name(plan: Callable[..., Any]) -> None:
    def hook(schema: Any) -> dict[str, Any]:
        content = {"application/json": {"schema": schema}}
        return {"post": {"summary": "It changed", "requestBody": {"content": content}}}

    planned = plan(
        {},
        webhooks={
            "thing.changed": hook({"$ref": "#/components/schemas/Thing"}),
            'odd"name': hook(_object(a=TEXT)),
            "ping": {"get": {"responses": FINE}},
        },
        components={"schemas": {"Thing": _object(id=TEXT)}},
    )
    source = planned.file("api/webhooks.py")
    *overloads, _ = _functions(source, "parse")
    assert [ast.unparse(one.returns) for one in overloads if one.returns] == [
        *("models.Thing", "models.OddNamePayload", "Event")
    ]
    assert "'thing.changed': lambda: models.Thing" in ast.unparse(ast.parse(source))
    assert "`thing.changed`: It changed." in source
    assert '"ping"' not in source


def test_no_webhooks_no_module(plan: Callable[..., Any]) -> None:
    planned = plan({}, webhooks={"ping": {"get": {"responses": FINE}}})
    assert "api/webhooks.py" not in {artifact.path for artifact in planned.package.artifacts}


@pytest.mark.parametrize("schema", [{"type": "array", "items": TEXT}, TEXT])
def test_a_form_of_no_object_is_sent_as_it_is(
    post: Callable[..., Any], schema: dict[str, Any]
) -> None:
    planned = post({"application/x-www-form-urlencoded": schema})
    text = ast.unparse(_functions(planned.file("api/resources/things.py"), "send")[-1])
    assert "Raw(body, 'application/x-www-form-urlencoded')" in text


def test_headers_of_a_part_that_have_a_value_are_sent(plan: Callable[..., Any]) -> None:
    headers = {
        "X-Rate": {"schema": {"type": "integer", "default": 5}},
        "X-Kind": {"schema": {"type": "string", "const": "scan"}},
        "X-Own": {"required": True, "schema": TEXT},
        "Content-Type": {"schema": {"type": "string", "default": "text/plain"}},
    }
    media = {
        "schema": _object(file={"type": "string", "format": "binary"}),
        "encoding": {"file": {"contentType": "image/png", "headers": headers}},
    }
    body = {"required": True, "content": {"multipart/form-data": media}}
    operation = {"operationId": "sendThing", "responses": FINE, "requestBody": body}
    source = plan({"/things": {"post": operation}}).file("api/resources/things.py")
    (function,) = _functions(source, "send")
    assert (
        "PartEncoding(content_type='image/png', headers={'X-Rate': 5, 'X-Kind': 'scan'})"
    ) in ast.unparse(function)
