"""Client and server of documents that use every corner of requests; an independent reader judges."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from driven import Driven

if TYPE_CHECKING:
    from pathlib import Path

DONE = {"204": {"description": "Done."}}
TEXTS = {"type": "array", "items": {"type": "string"}}
NUMBERS = {"type": "array", "items": {"type": "integer"}}
COLOUR = {
    "type": "object",
    "properties": {"R": {"type": "integer"}, "G": {"type": "integer"}, "name": {"type": "string"}},
}
VALUES: dict[str, tuple[dict[str, Any], list[Any]]] = {
    "text": ({"type": "string"}, ["plain", "a b/c,d.e;f=g&h#?%+", "."]),
    "whole": ({"type": "integer"}, [-5, 0]),
    "number": ({"type": "number"}, [1.5, 2]),
    "truth": ({"type": "boolean"}, [True, False]),
    "texts": (TEXTS, [["a", "b"], ["x"]]),
    "numbers": (NUMBERS, [[1, 2], [3]]),
    "colour": (COLOUR, [{"R": 1, "G": 2, "name": "red"}, {"name": "n"}]),
    "anything": ({}, ["q"]),
}
STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}
LISTS = ("texts", "numbers", "colour")


def cases() -> list[tuple[str, str, bool, str]]:
    return [
        (place, style, explode, kind)
        for place, styles in STYLES.items()
        for style in styles
        for explode in (True, False)
        for kind in VALUES
        if (style != "deepObject" or kind == "colour")
        and (style != "label" or kind != "number")  # its point is the label's delimiter
        and ("Delimited" not in style or (kind in LISTS and not explode))
    ]


def openapi(paths: dict[str, Any], **more: Any) -> dict[str, Any]:
    servers = [{"url": "https://api.test/v1"}]
    info = {"title": "Nasty", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "servers": servers, "paths": paths, **more}


@pytest.fixture(scope="module")
def styles(tmp_path_factory: pytest.TempPathFactory) -> Driven:
    paths = {}
    for place, style, explode, kind in cases():
        name = f"{place}-{style}-{explode}-{kind}"
        parameter = {
            "name": "p",
            "in": place,
            "required": place == "path",
            "style": style,
            "explode": explode,
            "schema": VALUES[kind][0],
        }
        operation = {"operationId": name, "parameters": [parameter], "responses": DONE}
        paths[f"/{name}/{{p}}" if place == "path" else f"/{name}"] = {"get": operation}
    return Driven(tmp_path_factory.mktemp("styles"), "nasty_styles", openapi(paths))


@pytest.mark.parametrize(("place", "style", "explode", "kind"), cases())
def test_every_style(styles: Driven, place: str, style: str, explode: bool, kind: str) -> None:
    for value in VALUES[kind][1]:
        arguments: dict[str, Any] = {"args": (value,)} if place == "path" else {"p": value}
        positional = arguments.pop("args", ())
        read, _ = styles.call(f"{place}-{style}-{explode}-{kind}", *positional, **arguments)
        assert read == {"p": value}


ITEM = {
    "type": "object",
    "required": ["k"],
    "properties": {"k": {"type": "string"}, "n": NUMBERS},
}
NESTED = {
    "type": "object",
    "properties": {
        "a": {"type": "object", "properties": {"b": NUMBERS, "c": {"type": "boolean"}}},
        "l": {
            "type": "array",
            "items": {"type": "object", "properties": {"x": {"type": "string"}}},
        },
    },
}
BINARY = {"type": "string", "format": "binary"}


def parameter(name: str, place: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": place, **more}


def posting(name: str, content: dict[str, Any], **more: Any) -> dict[str, Any]:
    body = {"required": True, "content": content}
    return {"post": {"operationId": name, "requestBody": body, "responses": DONE, **more}}


def getting(name: str, *parameters: dict[str, Any]) -> dict[str, Any]:
    return {"get": {"operationId": name, "parameters": list(parameters), "responses": DONE}}


AS_JSON = {"content": {"application/json": {"schema": ITEM}}}
ODD_NAMES = ("a-b", "c d", "é", "class")
ODD = [parameter(name, "path", required=True, schema={"type": "string"}) for name in ODD_NAMES]
PATHS = {
    "/deep": getting("deep", parameter("f", "query", style="deepObject", schema=NESTED)),
    "/content/{p}": getting(
        "content",
        parameter("p", "path", required=True, **AS_JSON),
        parameter("q", "query", **AS_JSON),
        parameter("h", "header", **AS_JSON),
        parameter("c", "cookie", **AS_JSON),
    ),
    "/reserved": getting(
        "reserved", parameter("u", "query", allowReserved=True, schema={"type": "string"})
    ),
    "/x{a-b}y/{c d}.{é}/{class}": getting("odd", *ODD),
    "/same/{x}": getting("byNumber", parameter("x", "path", schema={"type": "integer"})),
    "/same/{y}": getting("byName", parameter("y", "path", schema={"type": "string"})),
    "/in?x={v}": getting(
        "inPath", parameter("v", "query", schema={"type": "string"}), parameter("w", "query")
    ),
    "/json": posting("json", {"application/json": {"schema": ITEM}}),
    "/malformed": posting("malformed", {"form-data": {"schema": ITEM}}),
    "/image": posting("image", {"image/*": {"schema": BINARY}}),
    "/any": posting("any", {"*/*": {"schema": BINARY}}),
    "/form": posting(
        "form",
        {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "properties": {"a": TEXTS, "o": ITEM, "p": NESTED, "i": {"type": "integer"}},
                },
                "encoding": {
                    "a": {"style": "pipeDelimited", "explode": False},
                    "p": {"style": "deepObject", "explode": True},
                },
            }
        },
    ),
    "/several": posting(
        "several",
        {
            "application/json": {"schema": {"type": "object", "properties": {"file": BINARY}}},
            "multipart/form-data": {"schema": {"type": "object", "properties": {"file": BINARY}}},
            "text/csv": {"schema": {"type": "string"}},
        },
    ),
}


@pytest.fixture(scope="module")
def requests(tmp_path_factory: pytest.TempPathFactory) -> Driven:
    return Driven(tmp_path_factory.mktemp("requests"), "nasty_requests", openapi(PATHS))


def test_parameters_of_every_kind(requests: Driven) -> None:
    item = {"k": "a b&", "n": [1, 2]}
    deep = {"a": {"b": [1, 2], "c": True}, "l": [{"x": "q"}, {"x": "r"}]}
    assert requests.call("deep", f=deep)[0] == {"f": deep}
    read, _ = requests.call("content", item, q=item, h=item, c=item)
    assert read == dict.fromkeys("pqhc", item)
    url = "http://a/b?c=d&e#f"
    assert requests.call("reserved", u=url)[0] == {"u": url}
    assert requests.call("odd", "1", "2 3", "4", "5")[0] == dict(
        zip(ODD_NAMES, ("1", "2 3", "4", "5"), strict=True)
    )


def test_paths_that_say_more_or_less_than_they_should(requests: Driven) -> None:
    assert requests.call("byNumber", 7)[0] == {"x": 7}
    assert requests.call("byName", "seven")[0] == {"y": "seven"}
    assert requests.call("inPath", "5 6", w="é")[0] == {"v": "5 6", "w": "é"}
    assert {"same-request", "query-parameter-in-path"} <= set(requests.codes)


def test_bodies_of_every_kind(requests: Driven) -> None:
    item = {"k": "a b&", "n": [1, 2]}
    assert requests.call("json", **item)[1] == item
    assert requests.call("malformed", **item)[1] == item
    assert "malformed-media-type" in requests.codes
    assert requests.call("image", body=b"...", content_type="image/png")[1] == b"..."
    assert requests.call("any", body=b"...")[1] == b"..."
    form = {"a": ["x", "y"], "o": item, "p": {"a": {"b": [1]}}, "i": 3}
    assert requests.call("form", **form)[1] == form


def test_each_media_type_that_is_offered_can_be_sent(requests: Driven) -> None:
    assert requests.call("several", file="text")[1] == {"file": "text"}
    _, body = requests.call(
        "several", file=("a.png", b"...", "image/png"), content_type="multipart/form-data"
    )
    assert (body["file"].data, body["file"].content_type) == (b"...", "image/png")
    assert requests.call("several", body="a,b", content_type="text/csv")[1] == "a,b"


FORM = "application/x-www-form-urlencoded"
WHOLE = {"in": "querystring", "name": "q", "required": True}
NEWEST = {
    "/form": getting("wholeForm", {**WHOLE, "content": {FORM: {"schema": ITEM}}}),
    "/query": {
        "query": {"operationId": "ask", "requestBody": {"required": True, **AS_JSON}}
        | {"responses": DONE}
    },
    "/more": {"additionalOperations": {"LINK": {"operationId": "link", "responses": DONE}}},
    "/lines": posting("lines", {"application/jsonl": {"itemSchema": ITEM}}),
    "/cookie": getting(
        "cookie", parameter("c", "cookie", style="cookie", schema={"type": "string"})
    ),
}


def test_openapi_3_2(tmp_path: Path) -> None:
    document = openapi(NEWEST, openapi="3.2.0", servers=[{"url": "../v2"}])
    document["$self"] = "https://doc.test/api/openapi.json"
    driven = Driven(tmp_path, "nasty_newest", document)
    item = {"k": "a b&", "n": [1, 2]}
    assert driven.call("wholeForm", q=item)[0] == {"q": item}
    assert driven.call("ask", **item)[1] == item
    assert driven.sent is not None
    assert (driven.sent.method, str(driven.sent.url)) == ("QUERY", "https://doc.test/v2/query")
    driven.call("link")
    assert driven.sent.method == "LINK"
    assert driven.call("lines", body=[item, item])[1] == [item, item]
    assert json.loads(driven.sent.content.splitlines()[1]) == item
    assert driven.call("cookie", c="a=b/+")[0] == {"c": "a=b/+"}
    assert driven.sent.headers["cookie"] == "c=a=b/+"
