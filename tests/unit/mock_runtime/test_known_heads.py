"""Requests that are read without a parser are those that the parser reads, and read alike."""

from __future__ import annotations

from typing import Any

import httptools
import pytest
from hypothesis import given
from hypothesis import strategies as st
from twin.mock._runtime import known_heads
from twin.mock._runtime.known_heads import KnownHeads
from twin.server._runtime import Headers, Request

FIELDS = b"Host: localhost\r\nContent-Length: 2"
HEADERS = Headers([("host", "localhost"), ("content-length", "2")], is_lower=True)


def message(line: bytes = b"POST /a?b=c HTTP/1.1", body: bytes = b"{}") -> bytes:
    return line + b"\r\n" + FIELDS + b"\r\n\r\n" + body


@pytest.fixture
def known() -> KnownHeads:
    heads = KnownHeads()
    heads.keep(message(), Request("POST", "/a", "b=c", HEADERS, b"{}"))
    return heads


def said(request: Request | None) -> Any:
    return request and (request.method, request.path, request.query_string, request.body)


def test_fields_that_were_read_once_are_known(known: KnownHeads) -> None:
    found = known.read(message(b"PUT /a/%20b HTTP/1.1", b"[]"))
    assert said(found) == ("PUT", "/a/%20b", "", b"[]")
    assert found is not None
    assert found.headers is HEADERS


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"HEAD /a HTTP/1.1",
        b"CONNECT a:80 HTTP/1.1",
        b"post /a HTTP/1.1",
        b"POST /a HTTP/1.0",
        b"POST /a HTTP/1.1 ",
        b"POST  /a HTTP/1.1",
        b"POST /a b HTTP/1.1",
        b"POST a HTTP/1.1",
        b"POST * HTTP/1.1",
        b"POST http://localhost/a HTTP/1.1",
        b"POST /a#b HTTP/1.1",
        b"POST /\xc3\xa9 HTTP/1.1",
        b"\r\nPOST /a HTTP/1.1",
        b"POST /" + b"a" * 4000 + b" HTTP/1.1",
    ],
)
def test_other_lines_are_left_to_the_parser(known: KnownHeads, line: bytes) -> None:
    assert known.read(message(line)) is None
    fresh = KnownHeads()
    fresh.keep(message(line), Request("POST", "/a", "", HEADERS, b"{}"))
    assert fresh.read(message()) is None


@pytest.mark.parametrize("body", [b"", b"{", b"{} ", b"{}" + message()])
def test_what_is_not_one_whole_request_is_left_to_the_parser(
    known: KnownHeads, body: bytes
) -> None:
    assert known.read(message(body=body)) is None


def test_other_fields_are_left_to_the_parser(known: KnownHeads) -> None:
    assert known.read(message().replace(b"Host", b"host")) is None
    assert known.read(message()[:-6]) is None


def test_what_is_more_than_the_request_is_not_kept() -> None:
    heads = KnownHeads()
    heads.keep(message() + b"\r\n", Request("POST", "/a", "b=c", HEADERS, b"{}"))
    assert heads.read(message()) is None


def test_memory_has_an_end(known: KnownHeads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_heads, "_REMEMBERED", 2)
    for number in range(2):
        other = message().replace(b"localhost", b"host-%d" % number)
        known.keep(other, Request("POST", "/a", "b=c", Headers(), b"{}"))
    assert known.read(message()) is None
    long = message().replace(b"localhost", b"x" * 4000)
    known.keep(long, Request("POST", "/a", "b=c", Headers(), b"{}"))
    assert known.read(long) is None


class Parsed:
    """What httptools finds in a message."""

    def __init__(self, data: bytes) -> None:
        self.url = self.body = b""
        self.is_complete = False
        parser = httptools.HttpRequestParser(self)
        parser.feed_data(data)
        assert parser.should_keep_alive()
        assert parser.get_http_version() == "1.1"
        self.method = parser.get_method()

    def on_url(self, url: bytes) -> None:
        self.url += url

    def on_body(self, body: bytes) -> None:
        self.body += body

    def on_message_complete(self) -> None:
        self.is_complete = True


@given(
    line=st.from_regex(known_heads._LINE, fullmatch=True), body=st.binary(min_size=2, max_size=2)
)
def test_the_parser_reads_the_same(line: bytes, body: bytes) -> None:
    heads = KnownHeads()
    heads.keep(message(), Request("POST", "/a", "b=c", HEADERS, b"{}"))
    found, parsed = heads.read(message(line, body)), Parsed(message(line, body))
    assert found is not None
    path, _, query = parsed.url.decode().partition("?")
    assert said(found) == (parsed.method.decode(), path, query, parsed.body)
    assert parsed.is_complete
