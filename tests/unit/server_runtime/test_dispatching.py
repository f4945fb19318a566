"""Requests through the whole server: reading, judging, answering, and the errors a document declares."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import quote

import jsonschema_rs
import pytest
from twin.server._runtime import (
    Call,
    Dispatcher,
    Document,
    Event,
    FileUpload,
    Headers,
    HTTPError,
    Reply,
    Request,
    allow_anyone,
)

_STRING = {"type": "string"}
_SEVERAL = {"type": "array", "items": {"type": "string"}, "minItems": 2}


def _operation(**more: Any) -> dict[str, Any]:
    return {"operationId": "op", "responses": {"200": {"description": ""}}, **more}


def _json(schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"description": "", "content": {"application/json": {"schema": schema}}, **more}


def _query(name: str, schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema, **more}


class _Server:
    """A dispatcher that keeps its calls and answers with what it was told."""

    def __init__(self, document: Any, answer: Any = None, **options: Any) -> None:
        self.calls: list[Call] = []
        self.answer = answer
        self.dispatcher = Dispatcher(document, self._handle, **options)

    def _handle(self, call: Call) -> Any:
        self.calls.append(call)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def send(
        self, method: str, target: str, body: bytes = b"", **headers: str
    ) -> tuple[int, dict[str, str], Any]:
        path, _, query = target.partition("?")
        sent = Headers((name.replace("_", "-"), value) for name, value in headers.items())
        response = self.dispatcher.handle(Request(method, path, query, sent, body))
        content = response.body if isinstance(response.body, bytes) else b"".join(response.body)  # type: ignore[arg-type] # synchronous here
        told = dict(response.headers)
        if "json" in told.get("content-type", ""):
            return response.status, told, json.loads(content)
        return response.status, told, content

    @property
    def arguments(self) -> dict[str, Any]:
        return dict(self.calls[-1].arguments)


@pytest.mark.parametrize(
    ("parameter", "target", "value"),
    [
        (_query("n", {"type": "integer"}), "/x?n=5", 5),
        (_query("n", {"type": "boolean"}), "/x?n=true", True),
        (_query("n", {"type": ["string", "null"]}), "/x?n=null", "null"),
        (_query("n", {"type": ["string", "integer"]}), "/x?n=007", "007"),
        (_query("n", {"type": "array", "items": {"type": "integer"}}), "/x?n=1&n=2", [1, 2]),
        (
            _query("n", {"type": "array", "items": _STRING}, explode=False),
            "/x?n=a,b%2Cc",
            ["a", "b,c"],
        ),
        (
            _query("n", {"type": "array", "items": {"type": "integer"}}, explode=False),
            "/x?n=1%2C2",
            [1, 2],
        ),
        (
            _query("n", {"type": "array", "items": _STRING}, style="pipeDelimited", explode=False),
            "/x?n=a%7Cb|c",
            ["a", "b", "c"],
        ),
        (
            _query("n", {"type": "array", "items": _STRING}, style="spaceDelimited", explode=False),
            "/x?n=a%20b",
            ["a", "b"],
        ),
        (
            _query(
                "n",
                {
                    "type": "object",
                    "properties": {
                        "a": {"type": "integer"},
                        "b": {"type": "array", "items": _STRING},
                    },
                },
                style="deepObject",
            ),
            "/x?n[a]=1&n%5Bb%5D[]=x&n[b][]=y",
            {"a": 1, "b": ["x", "y"]},
        ),
        (
            _query("n", {"type": "object", "properties": {"a": {"type": "integer"}}}),
            "/x?a=1&other=2",
            {"a": 1},
        ),
        (
            _query("n", {"type": "object", "additionalProperties": _STRING}, explode=False),
            "/x?n=a,1,b,2",
            {"a": "1", "b": "2"},
        ),
        (
            {
                "name": "n",
                "in": "query",
                "content": {"application/json": {"schema": {"type": "object"}}},
            },
            "/x?n=%7B%22a%22%3A1%7D",
            {"a": 1},
        ),
        (_query("n[]", {"type": "array", "items": _STRING}), "/x?n%5B%5D=a&n[]=b", ["a", "b"]),
        (
            _query("n", {"oneOf": [{"maxLength": 3, "type": "string"}, _SEVERAL]}),
            "/x?n=a",
            "a",
        ),
        (
            _query("n", {"oneOf": [{"maxLength": 3, "type": "string"}, _SEVERAL]}),
            "/x?n=a&n=b",
            ["a", "b"],
        ),
        (
            _query("n", {"type": "object", "properties": {"n": {"type": "integer"}}}),
            "/x?n=1",
            {"n": 1},
        ),
        (
            _query("n", {"type": "array", "items": {"type": "object"}}),
            "/x?n=%7B%22a%22%3A1%7D&n=%7B%7D",
            [{"a": 1}, {}],
        ),
    ],
)
def test_query_parameters_are_read_in_their_types(
    document: Any, parameter: dict[str, Any], target: str, value: Any
) -> None:
    server = _Server(document({"/x": {"get": _operation(parameters=[parameter])}}))
    assert server.send("GET", target)[0] == 200
    assert next(iter(server.arguments.values())) == value


@pytest.mark.parametrize(
    ("style", "explode", "text", "value"),
    [
        ("simple", False, "1,2", [1, 2]),
        ("label", False, ".1,2", [1, 2]),
        ("label", True, ".1.2", [1, 2]),
        ("matrix", False, ";n=1,2", [1, 2]),
        ("matrix", True, ";n=1;n=2", [1, 2]),
    ],
)
def test_path_styles(document: Any, style: str, explode: bool, text: str, value: Any) -> None:
    schema = {"type": "array", "items": {"type": "integer"}}
    parameter = {
        "name": "n", "in": "path", "required": True, "style": style, "explode": explode, "schema": schema,
    }  # fmt: skip
    server = _Server(document({"/x/{n}": {"get": _operation(parameters=[parameter])}}))
    assert server.send("GET", f"/x/{text}")[0] == 200
    assert server.arguments["n"] == value


def test_headers_and_cookies(document: Any) -> None:
    parameters = [
        {
            "name": "X-Ids",
            "in": "header",
            "schema": {"type": "array", "items": {"type": "integer"}},
        },
        {"name": "session", "in": "cookie", "schema": _STRING},
    ]
    server = _Server(document({"/x": {"get": _operation(parameters=parameters)}}))
    server.send("GET", "/x", x_ids="1, 2", cookie='a=b; session="s+1"')
    assert server.arguments == {"X-Ids": [1, 2], "session": "s+1"}


@pytest.mark.parametrize(
    ("schema", "explode", "text", "value"),
    [
        ({"items": {"type": "object"}}, False, '{"a":[1,2],"b":"},"},{}', [{"a": [1, 2], "b": "},"}, {}]),
        ({"items": {"type": "string"}}, False, "{a,b}", ["{a", "b}"]),
        ({"properties": {"a": {"type": "array"}}}, False, "a,[1,2]", {"a": [1, 2]}),
        ({"properties": {"a": {"type": "array"}}}, True, "b=x,a=[1,2]", {"b": "x", "a": [1, 2]}),
    ],
)  # fmt: skip
def test_structures_in_a_header_are_json(
    document: Any, schema: Any, explode: bool, text: str, value: Any
) -> None:
    parameter = {"name": "X-N", "in": "header", "explode": explode, "schema": schema}
    server = _Server(document({"/x": {"get": _operation(parameters=[parameter])}}))
    assert server.send("GET", "/x", x_n=text)[0] == 200
    assert server.arguments["X-N"] == value


def test_broken_json_in_a_header_is_refused(document: Any) -> None:
    schema = {"type": "array", "items": {"type": "object"}}
    parameter = {"name": "X-N", "in": "header", "schema": schema}
    server = _Server(document({"/x": {"get": _operation(parameters=[parameter])}}))
    assert server.send("GET", "/x", x_n='{"a":1,{"b":2}')[0] == 422


_ERRORS = {
    "fastapi": (
        {
            "type": "object",
            "properties": {
                "detail": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["loc", "msg", "type"],
                        "properties": {
                            "loc": {"type": "array", "items": {"type": ["string", "integer"]}},
                            "msg": _STRING,
                            "type": _STRING,
                        },
                    },
                }
            },
        },
        lambda body: [item["loc"] for item in body["detail"]] == [["query", "n"], ["query", "m"]],
    ),
    "problem": (
        {
            "type": "object",
            "required": ["title", "status"],
            "properties": {"title": _STRING, "status": {"type": "integer"}, "detail": _STRING},
        },
        lambda body: body["status"] == 422 and "query.n" in body["detail"],
    ),
    "nested": (
        {
            "type": "object",
            "required": ["error"],
            "properties": {
                "error": {
                    "type": "object",
                    "required": ["code", "message"],
                    "properties": {
                        "code": {"enum": ["not_found", "invalid_request"]},
                        "message": {"type": "string", "maxLength": 40},
                    },
                }
            },
        },
        lambda body: (
            body["error"]["code"] == "invalid_request" and "query.n" in body["error"]["message"]
        ),
    ),
    "message": (
        {"type": "object", "additionalProperties": False, "properties": {"message": _STRING}},
        lambda body: "query.m" in body["message"],
    ),
    "strings": (
        {"type": "object", "properties": {"errors": {"type": "array", "items": _STRING}}},
        lambda body: len(body["errors"]) == 2,
    ),
    "map": (
        {
            "type": "object",
            "properties": {
                "errors": {
                    "type": "object",
                    "additionalProperties": {"type": "array", "items": _STRING},
                }
            },
        },
        lambda body: set(body["errors"]) == {"n", "m"},
    ),
}


@pytest.mark.parametrize("name", _ERRORS)
def test_declared_errors_are_filled_with_the_truth(document: Any, name: str) -> None:
    schema, is_true = _ERRORS[name]
    operation = _operation(
        parameters=[_query("n", {"type": "integer"}), _query("m", _STRING, required=True)],
        responses={"200": {"description": ""}, "422": _json(schema)},
    )
    server = _Server(document({"/x": {"get": operation}}))
    status, _, body = server.send("GET", "/x?n=five")
    assert status == 422
    jsonschema_rs.validate(schema, body)
    assert is_true(body), body
    assert not server.calls


def test_undeclared_errors_are_problems(document: Any) -> None:
    server = _Server(
        document({"/x": {"get": _operation(parameters=[_query("n", {"type": "integer"})])}})
    )
    status, headers, body = server.send("GET", "/x?n=five")
    assert (status, headers["content-type"]) == (422, "application/problem+json")
    assert body["errors"][0]["loc"] == ["query", "n"]
    assert server.send("GET", "/y")[0] == 404
    status, headers, _ = server.send("PUT", "/x")
    assert (status, headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert server.send("OPTIONS", "/x")[0] == 204


def _with_body(content: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"/x": {"post": _operation(requestBody={"content": content, "required": True}, **more)}}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"n": 1}', 200),
        (b'{"n": "1"}', 422),
        (b'{"n": ', 400),
        (b"", 422),
        (b"null", 422),
        (b'{"n": NaN}', 400),
        (b"[" * 100_000, 400),
        (b'{"n": 1, "t": "\\ud800"}', 400),
        (b"\xff\xfe", 400),
        (b'{"n": ' + b"9" * 5000 + b"}", 400),
    ],
)
def test_json_bodies_never_break_the_server(document: Any, body: bytes, status: int) -> None:
    schema = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}
    server = _Server(document(_with_body({"application/json": {"schema": schema}})))
    assert server.send("POST", "/x", body, content_type="application/json")[0] == status


def test_other_media_types_are_refused(document: Any) -> None:
    server = _Server(document(_with_body({"application/json": {"schema": {}}})))
    assert server.send("POST", "/x", b"{}", content_type="text/csv")[0] == 415
    declared = {"200": {"description": ""}, "400": {"description": ""}}
    server = _Server(document(_with_body({"application/json": {"schema": {}}}, responses=declared)))
    assert server.send("POST", "/x", b"{}", content_type="text/csv")[0] == 400


def test_read_only_properties_may_be_left_out_of_requests(document: Any) -> None:
    schema = {
        "type": "object",
        "required": ["id", "name"],
        "properties": {"id": {"type": "integer", "readOnly": True}, "name": _STRING},
    }
    server = _Server(document(_with_body({"application/json": {"schema": schema}})))
    assert server.send("POST", "/x", b'{"name": "a"}', content_type="application/json")[0] == 200
    assert server.send("POST", "/x", b"{}", content_type="application/json")[0] == 422


def test_forms_are_typed_by_their_schema(document: Any) -> None:
    schema = {
        "type": "object",
        "properties": {
            "n": {"type": "integer"},
            "tags": {"type": "array", "items": _STRING},
            "meta": {"type": "object", "additionalProperties": _STRING},
        },
    }
    content = {
        "application/x-www-form-urlencoded": {
            "schema": schema,
            "encoding": {"meta": {"style": "deepObject", "explode": True}},
        }
    }
    server = _Server(document(_with_body(content)))
    sent = b"n=5&tags=a+b&tags=c&meta[k]=v"
    server.send("POST", "/x", sent, content_type="application/x-www-form-urlencoded")
    assert server.calls[-1].body == {"n": 5, "tags": ["a b", "c"], "meta": {"k": "v"}}


def test_multipart_parts_without_content_type(document: Any) -> None:
    schema = {
        "type": "object",
        "required": ["file"],
        "properties": {
            "file": {"type": "string", "format": "binary"},
            "n": {"type": "integer"},
            "meta": {"type": "object"},
        },
    }
    server = _Server(document(_with_body({"multipart/form-data": {"schema": schema}})))
    body = (
        b"preamble\r\n"
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="a \\"1\\".txt"\r\n\r\n\r\n--x\r\n\r\n'
        b"--b\r\ncontent-disposition: form-data; name=n\r\n\r\n5\r\n"
        b'--b\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"a":1}'
        b"\r\n--b--\r\n"
    )
    kind = 'multipart/form-data; boundary="b"'
    assert server.send("POST", "/x", body, content_type=kind)[0] == 200
    upload = FileUpload('a "1".txt', "application/octet-stream", b"\r\n--x\r\n")
    assert server.calls[-1].body == {"file": upload, "n": 5, "meta": {"a": 1}}
    assert server.send("POST", "/x", b"nothing", content_type=kind)[0] == 400
    assert server.send("POST", "/x", body[:-9], content_type=kind)[0] == 400


@pytest.mark.parametrize("parts", [["[1,2]", "[3]"], ["[[1,2],[3]]"]])
def test_arrays_of_arrays_in_multipart(document: Any, parts: list[str]) -> None:
    rows = {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}}
    schema = {"type": "object", "properties": {"rows": rows}}
    server = _Server(document(_with_body({"multipart/form-data": {"schema": schema}})))
    head = 'Content-Disposition: form-data; name="rows"\r\nContent-Type: application/json'
    body = "".join(f"--b\r\n{head}\r\n\r\n{part}\r\n" for part in parts) + "--b--\r\n"
    kind = "multipart/form-data; boundary=b"
    assert server.send("POST", "/x", body.encode(), content_type=kind)[0] == 200
    assert server.calls[-1].body == {"rows": [[1, 2], [3]]}


def _secured(document: Any, *alternatives: dict[str, list[str]]) -> Any:
    schemes = {
        "token": {"type": "http", "scheme": "bearer"},
        "login": {"type": "http", "scheme": "basic"},
        "key": {"type": "apiKey", "in": "query", "name": "k"},
    }
    return document(
        {"/x": {"get": _operation(security=list(alternatives))}},
        components={"securitySchemes": schemes},
    )


def test_security_alternatives(document: Any) -> None:
    good = {"token": "t", "login": "p", "key": "k1"}
    both = _secured(document, {"token": [], "key": []}, {"login": []})
    server = _Server(both, authenticate=lambda item: item.value == good[item.scheme] or None)
    status, headers, _ = server.send("GET", "/x")
    assert (status, headers["www-authenticate"]) == (
        401,
        'Bearer realm="api", ApiKey name="k", Basic realm="api"',
    )
    assert server.send("GET", "/x", authorization="Bearer t")[0] == 401
    assert server.send("GET", "/x?k=k1", authorization="bearer t")[0] == 200
    assert server.send("GET", "/x?k=k2", authorization="Bearer t")[0] == 401
    assert server.send("GET", "/x", authorization="Basic dTpw")[0] == 200
    assert server.send("GET", "/x", authorization="Basic ???")[0] == 401


def test_without_authenticate_secured_operations_are_closed(document: Any) -> None:
    secured = _secured(document, {"token": []})
    assert _Server(secured).send("GET", "/x", authorization="Bearer t")[0] == 401
    assert (
        _Server(secured, authenticate=allow_anyone).send("GET", "/x", authorization="Bearer t")[0]
        == 200
    )
    assert _Server(_secured(document, {"token": []}, {})).send("GET", "/x")[0] == 200


_TWO = {
    "201": _json({"type": "object", "required": ["id"], "properties": {"id": _STRING}}),
    "200": {
        "description": "Events, then `data: [DONE]`.",
        "content": {"text/event-stream": {"schema": {"type": "object", "required": ["d"]}}},
    },
}


def test_the_result_chooses_the_response(document: Any) -> None:
    made = document({"/x": {"get": _operation(responses=_TWO)}})
    status, _, body = _Server(made, {"id": "1"}).send("GET", "/x")
    assert (status, body) == (201, {"id": "1"})
    status, headers, content = _Server(made, iter([{"d": 1}, Event("a\nb", id="7")])).send(
        "GET", "/x"
    )
    assert (status, headers["content-type"]) == (200, "text/event-stream")
    assert content == b'data: {"d":1}\n\nid: 7\ndata: a\ndata: b\n\ndata: [DONE]\n\n'
    status, headers, body = _Server(made, Reply({"id": "2"}, 202, {"x-a": "b"})).send("GET", "/x")
    assert (status, headers["x-a"], body) == (202, "b", {"id": "2"})


@pytest.mark.parametrize("schema", [{"type": "object"}, {"type": "array"}])
def test_a_structure_under_any_media_type_is_json(document: Any, schema: Any) -> None:
    responses = {"200": {"description": "", "content": {"*/*": {"schema": schema}}}}
    made = document({"/x": {"get": _operation(responses=responses)}})
    status, headers, _ = _Server(made, {"id": "1"}).send("GET", "/x")
    assert (status, headers["content-type"]) == (200, "application/json")


def test_handlers_refuse_fail_and_may_be_unfinished(document: Any) -> None:
    schema = {"type": "object", "required": ["message"], "properties": {"message": _STRING}}
    made = document(
        {"/x": {"get": _operation(responses={"204": {"description": ""}, "404": _json(schema)})}}
    )
    assert _Server(made).send("GET", "/x")[0] == 204
    assert _Server(made, HTTPError(404, detail="gone")).send("GET", "/x")[2] == {"message": "gone"}
    assert _Server(made, HTTPError(404, {"message": "own"})).send("GET", "/x")[2] == {
        "message": "own"
    }
    assert _Server(made, NotImplementedError()).send("GET", "/x")[0] == 501
    assert _Server(made, ValueError("secret")).send("GET", "/x")[2]["status"] == 500


def test_responses_are_judged_when_asked(document: Any) -> None:
    made = document({"/x": {"get": _operation(responses=_TWO)}})
    status, _, body = _Server(made, {"no": 1}, check_responses=True).send("GET", "/x")
    assert status == 500
    assert "does not match its own schema" in body["detail"]


def test_asynchronous_handlers_serve_both_ways(document: Any) -> None:
    made = document({"/x": {"get": _operation(responses=_TWO)}})

    async def handle(call: Call) -> dict[str, str]:
        await asyncio.sleep(0)
        return {"id": call.operation.call}

    dispatcher = Dispatcher(made, handle)
    assert dispatcher.handle(Request("GET", "/x")).body == b'{"id":"op"}'
    assert asyncio.run(dispatcher.handle_async(Request("GET", "/x"))).body == b'{"id":"op"}'


def test_broken_schemas_do_not_close_an_operation(document: Any) -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string", "pattern": "(?<!"}}}
    server = _Server(document(_with_body({"application/json": {"schema": schema}})))
    assert server.send("POST", "/x", b'{"a": "b"}', content_type="application/json")[0] == 200
    assert server.send("POST", "/x", b'{"a": 1}', content_type="application/json")[0] == 422


def test_asynchronous_streams(document: Any) -> None:
    async def events() -> AsyncIterator[dict[str, int]]:
        yield {"d": 1}

    def handle(call: Call) -> Any:
        return events()

    async def collect() -> bytes:
        made = document({"/x": {"get": _operation(responses=_TWO)}})
        response = await Dispatcher(made, handle).handle_async(Request("GET", "/x"))
        assert not isinstance(response.body, (bytes, Iterator))
        return b"".join([piece async for piece in response.body])

    assert asyncio.run(collect()) == b'data: {"d":1}\n\ndata: [DONE]\n\n'


def test_an_object_that_several_open_schemas_accept_is_taken(document: Any) -> None:
    members = [
        {"type": "object", "properties": {name: {"type": "boolean"}}} for name in ("mail", "text")
    ]
    body = {"content": {"application/json": {"schema": {"oneOf": members}}}}
    server = _Server(document({"/x": {"post": _operation(requestBody=body)}}))
    for sent, status in ((b"{}", 200), (b'{"mail":true}', 200), (b'{"mail":1,"text":1}', 422)):
        assert server.send("POST", "/x", sent, content_type="application/json")[0] == status


def test_an_object_that_fits_several_schemas_is_refused_if_it_could_fit_one(document: Any) -> None:
    members = [{"type": "object", "required": [name]} for name in ("mail", "text")]
    body = {"content": {"application/json": {"schema": {"oneOf": members}}}}
    server = _Server(document({"/x": {"post": _operation(requestBody=body)}}))
    for sent, status in ((b'{"mail":1}', 200), (b'{"mail":1,"text":1}', 422)):
        assert server.send("POST", "/x", sent, content_type="application/json")[0] == status


def test_formats_of_integers_are_bounds(document: Any) -> None:
    parameters = [
        _query("n", {"type": "integer", "format": "int32", "maximum": 2**40}),
        _query("m", {"type": "integer", "format": "int64", "minimum": 1}),
    ]
    server = _Server(document({"/x": {"get": _operation(parameters=parameters)}}))
    queries = {"n": (2**31 - 1, -(2**31), 2**31), "m": (2**63 - 1, 2**63, 0)}
    statuses = {
        name: [server.send("GET", f"/x?{name}={value}")[0] for value in values]
        for name, values in queries.items()
    }
    assert statuses == {"n": [200, 200, 422], "m": [200, 422, 422]}


_DRAFT = "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    ("schema", "whole", "status"),
    [
        ({"format": "date"}, {}, 422),
        ({"format": "date"}, {"jsonSchemaDialect": _DRAFT}, 200),
        ({"format": "date", "$schema": _DRAFT}, {}, 200),
        ({"format": "date", "$schema": "http://json-schema.org/draft-07/schema#"}, {}, 422),
        (
            {"format": "date", "enum": [{"format": "date"}, "no"]},
            {"jsonSchemaDialect": _DRAFT},
            200,
        ),
    ],
)
def test_the_dialect_says_whether_formats_are_asserted(
    document: Any, schema: dict[str, Any], whole: dict[str, Any], status: int
) -> None:
    body = {"content": {"application/json": {"schema": schema}}}
    made = document({"/x": {"post": _operation(requestBody=body)}})
    server = _Server(Document({**made.openapi, **whole}, made.operations))
    assert server.send("POST", "/x", b'"no"', content_type="application/json")[0] == status


def test_a_number_that_several_schemas_accept_is_refused(document: Any) -> None:
    schema = {"type": "integer", "oneOf": [{"multipleOf": 3}, {"multipleOf": 5}]}
    server = _Server(document({"/x": {"get": _operation(parameters=[_query("n", schema)])}}))
    assert [server.send("GET", f"/x?n={n}")[0] for n in (3, 5, 15)] == [200, 200, 422]


@pytest.mark.parametrize(
    ("media", "taken"),
    [("application/octet-stream", True), ("text/plain", True), ("application/json", False)],
)
def test_no_bytes_may_be_a_value(document: Any, media: str, taken: bool) -> None:
    body = {"required": True, "content": {media: {}}}
    server = _Server(document({"/x": {"put": _operation(requestBody=body)}}))
    assert server.send("PUT", "/x", b"", content_type=media)[0] == (200 if taken else 422)
    assert server.send("PUT", "/x")[0] == 422


@pytest.mark.parametrize(
    ("pattern", "text", "status"),
    [
        (r"\A[a-z]+\Z", "ab", 200),
        (r"\A[a-z]+\Z", "a1", 422),
        (r"^[\w-.]+$", "a-b.c", 200),
        (r"^[\w-.]+$", "a b", 422),
        (r"(", "no engine reads it", 200),
    ],
)
def test_patterns_of_other_dialects(document: Any, pattern: str, text: str, status: int) -> None:
    schema = {"type": "string", "pattern": pattern}
    server = _Server(document({"/x": {"get": _operation(parameters=[_query("n", schema)])}}))
    assert server.send("GET", f"/x?n={quote(text)}")[0] == status


@pytest.mark.parametrize(
    ("query", "value"), [("page=2", 2), ("number=2&size=5", {"number": 2, "size": 5})]
)
def test_a_number_or_an_object_in_a_query(document: Any, query: str, value: Any) -> None:
    fields = {"number": {"type": "integer"}, "size": {"type": "integer"}}
    page = {"type": "object", "properties": fields, "additionalProperties": False}
    schema = {"oneOf": [{"type": "integer"}, page]}
    server = _Server(document({"/x": {"get": _operation(parameters=[_query("page", schema)])}}))
    assert server.send("GET", f"/x?{query}")[0] == 200
    assert server.arguments == {"page": value}


@pytest.mark.parametrize(
    ("name", "value", "arguments"),
    [
        ("Accept-Encoding", "gzip, deflate", {}),
        ("Accept-Encoding", "base64", {"Accept-Encoding": "base64"}),
    ],
)
def test_what_clients_send_unasked_breaks_nothing(
    document: Any, name: str, value: str, arguments: dict[str, str]
) -> None:
    parameter = {"name": name, "in": "header", "schema": {"enum": ["base64", "*/*"]}}
    server = _Server(document({"/x": {"get": _operation(parameters=[parameter])}}))
    assert server.send("GET", "/x", **{name: value})[0] == 200
    assert server.arguments == arguments


def test_every_response_of_an_operation_is_seen_last(document: Any) -> None:
    seen: list[tuple[str, int]] = []
    paths = {"/x": {"get": _operation(parameters=[_query("n", {"type": "integer"})])}}
    server = _Server(
        document(paths),
        after=lambda operation, response: seen.append((operation.call, response.status)),
    )
    for target in ("/x", "/x?n=a", "/y"):
        server.send("GET", target)
    assert seen == [("op", 200), ("op", 422)]
