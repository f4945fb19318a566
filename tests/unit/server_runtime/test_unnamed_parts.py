"""Multipart bodies whose parts have positions: read, judged and written by the server."""

from __future__ import annotations

from email import message_from_bytes
from typing import TYPE_CHECKING, Any

import pytest
from twin.server._runtime import Dispatcher, FileUpload, Headers, Request

if TYPE_CHECKING:
    from collections.abc import Iterator

ITEM = {"type": "object", "required": ["k"], "properties": {"k": {"type": "integer"}}}
JSON = "Content-Type: application/json\r\n"
PNG = "Content-Type: image/png\r\n"


def _body(*parts: tuple[str, bytes]) -> bytes:
    written = (b"--b\r\n" + head.encode() + b"\r\n" + data + b"\r\n" for head, data in parts)
    return b"".join(written) + b"--b--\r\n"


def received(
    document: Any, media: dict[str, Any], *parts: tuple[str, bytes], name: str = "multipart/mixed"
) -> Any:
    """Return the body that the handler got, or status and places of the refusal."""
    seen: list[Any] = []
    operation = {
        "operationId": "x",
        "requestBody": {"required": True, "content": {name: media}},
        "responses": {},
    }
    dispatcher = Dispatcher(
        document({"/x": {"post": operation}}, openapi="3.2.0"),
        lambda call: seen.append(call.body),
        check_security=False,
    )
    headers = Headers([("content-type", f"{name.replace('*', 'mixed')}; boundary=b")])
    response = dispatcher.handle(Request("POST", "/x", "", headers, _body(*parts)))
    if seen:
        return seen[0]
    errors = Request("GET", "/", "", None, bytes(response.body)).json["errors"]
    return response.status, [one["loc"] for one in errors]


def test_items_of_one_schema(document: Any) -> None:
    media = {"itemSchema": ITEM}
    assert received(document, media) == []
    # RFC 2046, section 5.1: a part need not say what it is.
    assert received(document, media, (JSON, b'{"k": 1}'), ("", b'{"k": 2}')) == [{"k": 1}, {"k": 2}]
    wrong = received(document, media, (JSON, b'{"k": 1}'), (JSON, b'{"k": "2"}'), (JSON, b"{}"))
    assert wrong == (422, [["body", 1, "k"], ["body", 2]])
    assert received(document, media, (JSON, b'{"k": 1}'), (JSON, b"{")) == (400, [["body", 1]])


def test_prefix_items_and_further_ones(document: Any) -> None:
    schema = {
        "prefixItems": [ITEM, {"type": "string", "contentMediaType": "image/png", "maxLength": 3}],
        "items": {"type": "integer"},
        "minItems": 2,
    }
    media = {"schema": schema}
    first = (JSON, b'{"k": 1}')
    for name in ("multipart/mixed", "multipart/related", "multipart/*"):
        body = received(document, media, first, (PNG, b"\xff"), ("", b"5"), name=name)
        assert body == [{"k": 1}, FileUpload("", "image/png", b"\xff"), 5]
    assert received(document, media, first) == (422, [["body"]])
    assert received(document, media, first, (PNG, b"four")) == (422, [["body", 1]])
    assert received(document, media, first, (PNG, b""), ("", b"x")) == (422, [["body", 2]])


def test_schema_and_item_schema_both_count(document: Any) -> None:
    media = {"schema": {"type": "array", "maxItems": 1}, "itemSchema": ITEM}
    assert received(document, media, (JSON, b'{"k": 1}')) == [{"k": 1}]
    assert received(document, media, (JSON, b"{}")) == (422, [["body", 0]])
    assert received(document, media, *[(JSON, b'{"k": 1}')] * 2) == (422, [["body"]])


def test_encodings_by_position(document: Any) -> None:
    media = {
        "schema": {"type": "array"},
        "prefixEncoding": [{"contentType": "application/json"}, {"contentType": "text/*"}],
        "itemEncoding": {"contentType": "image/*, application/pdf"},
    }
    text = ("Content-Type: text/plain; charset=latin-1\r\n", b"\xe4")
    body = received(document, media, ("", b'{"k": 1}'), text, (PNG, b"1"), ("", b"2"))
    assert body == [
        {"k": 1},
        "ä",
        FileUpload("", "image/png", b"1"),
        FileUpload("", "application/octet-stream", b"2"),
    ]
    refused = received(document, media, ("", b"{}"), text, (JSON, b"{}"))
    assert refused == (415, [["body", 2, "content-type"]])


def test_what_json_schema_cannot_judge_is_taken(document: Any) -> None:
    media = {"schema": {"type": "array", "items": ITEM, "maxItems": 2}}
    xml = ("Content-Type: application/xml\r\n", b"<k/>")
    body = received(document, media, xml, (JSON, b'{"k": 1}'))
    assert body == [FileUpload("", "application/xml", b"<k/>"), {"k": 1}]
    assert received(document, media, xml, xml, xml) == (422, [["body"]])
    assert received(document, media, xml, (JSON, b"{}")) == (422, [["body", 1]])
    html = ("Content-Type: text/html\r\n", b"<k/>")
    assert received(document, media, html) == ["<k/>"]


def test_parts_of_parts_are_no_parts(document: Any) -> None:
    inner = b"x\r\n--bb\r\n\r\n1\r\n--bb--"
    kind = "multipart/mixed; boundary=bb"
    body = received(document, {"itemSchema": {}}, (f"Content-Type: {kind}\r\n", inner))
    assert body == [FileUpload("", kind, inner)]


def test_named_parts_stay_as_they_are(document: Any) -> None:
    named = ('Content-Disposition: form-data; name="k"\r\n', b"1")
    form = {"schema": ITEM}
    assert received(document, form, named, name="multipart/form-data") == {"k": 1}
    unnamed = received(document, form, ("", b"1"), name="multipart/form-data")
    assert unnamed == (400, [["body"]])
    assert received(document, form, named) == _body(named)


def _sent(document: Any, media: dict[str, Any], answer: Any) -> tuple[int, list[Any]]:
    """Return status and parts of an answer, read by the standard library."""
    operation = {
        "operationId": "x",
        "responses": {"200": {"description": "", "content": {"multipart/mixed": media}}},
    }
    dispatcher = Dispatcher(
        document({"/x": {"get": operation}}, openapi="3.2.0"),
        lambda call: answer,
        check_security=False,
        check_responses=True,
    )
    response = dispatcher.handle(Request("GET", "/x"))
    if response.status != 200:
        return response.status, []
    whole = response.body if isinstance(response.body, bytes) else b"".join(_chunks(response.body))
    kind = Headers(response.headers).get("content-type")
    parts: Any = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + whole).get_payload()
    return 200, [
        (one.get_content_type(), one.get_filename(), one.get_payload(decode=True)) for one in parts
    ]


def _chunks(body: Any) -> Iterator[bytes]:
    yield from body


@pytest.mark.parametrize("make", [list, tuple, iter])
def test_answers_are_written_part_by_part(document: Any, make: Any) -> None:
    media = {"itemSchema": {}, "prefixEncoding": [{}, {}, {"contentType": "image/png"}]}
    upload = FileUpload('a"\r\nX: 1.pdf', "application/pdf", b"\r\n--")
    status, parts = _sent(document, media, make([{"k": 1}, "ä", b"\xff", upload, None]))
    assert status == 200
    assert parts == [
        ("application/json", None, b'{"k":1}'),
        ("text/plain", None, "ä".encode()),
        ("image/png", None, b"\xff"),
        ("application/pdf", "a%22%0D%0AX: 1.pdf", b"\r\n--"),
        ("application/json", None, b"null"),
    ]


def test_answers_are_judged(document: Any) -> None:
    media = {"schema": {"type": "array", "prefixItems": [ITEM, {"type": "string"}], "minItems": 2}}
    assert _sent(document, media, [{"k": 1}, b"file"])[0] == 200
    assert _sent(document, media, [{"k": 1}])[0] == 500
    assert _sent(document, {"itemSchema": ITEM}, [{"k": 1}, {"k": "2"}])[0] == 500
