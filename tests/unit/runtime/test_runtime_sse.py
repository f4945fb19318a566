"""Judged by the examples and the grammar of WHATWG HTML, section 9.2."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twin._runtime import ServerSentEvent
from twin._runtime.sse import JsonLinesDecoder, LineSplitter, SseDecoder, event_decoder


def events(*chunks: bytes) -> list[ServerSentEvent]:
    decoder = SseDecoder()
    found = [event for chunk in chunks for event in decoder.feed(chunk)]
    return found + list(decoder.finish())


def test_example_stocks() -> None:
    assert events(b"data: YHOO\ndata: +2\ndata: 10\n\n") == [ServerSentEvent("YHOO\n+2\n10")]


def test_example_comment_and_ids() -> None:
    stream = b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n"
    assert events(stream) == [
        ServerSentEvent("first event", id="1"),
        ServerSentEvent("second event", id=""),
    ]  # the third is incomplete


def test_example_empty_data() -> None:
    assert events(b"data\n\ndata\ndata\n\ndata:") == [ServerSentEvent(""), ServerSentEvent("\n")]


def test_example_optional_space() -> None:
    assert events(b"data:test\n\ndata: test\n\n") == [ServerSentEvent("test")] * 2


def test_only_one_space_is_removed() -> None:
    assert events(b"data:   x \n\n") == [ServerSentEvent("  x ")]


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_line_ends(end: bytes) -> None:
    stream = end.join([b"event: a", b"data: 1", b"", b"data: 2", b"", b""])
    expected = [ServerSentEvent("1", event="a"), ServerSentEvent("2")]
    assert events(stream) == expected
    assert events(*(stream[i : i + 1] for i in range(len(stream)))) == expected


def test_event_that_ends_in_cr_is_not_held_back() -> None:
    assert list(SseDecoder().feed(b"data: 1\r\r")) == [ServerSentEvent("1")]


def test_mark_fields_and_unicode_line_separators() -> None:
    assert events("\ufeffdata: a\u2028b\x85c\n\n".encode()) == [ServerSentEvent("a\u2028b\x85c")]
    assert events(b"\xef\xbb", b"\xbfdata: a\n\n") == [ServerSentEvent("a")]
    assert events("data: é".encode()[:-1], "é".encode()[1:] + b"\n\n") == [ServerSentEvent("é")]
    assert events("\n\ufeffdata: a\n\n".encode()) == []


def test_ids_last_and_nul_is_ignored() -> None:
    found = events(b"id: 1\ndata: a\n\ndata: b\n\nid: 2\0\ndata: c\n\n")
    assert [event.id for event in found] == ["1", "1", "1"]


@pytest.mark.parametrize(
    ("value", "retry"),
    [(b"1500", 1500), (b"+5", None), (b"1_0", None), ("٣".encode(), None), (b"", None)],
)
def test_retry_takes_digits_only(value: bytes, retry: int | None) -> None:
    assert events(b"retry: " + value + b"\ndata: x\n\n")[0].retry == retry


def test_event_without_data_is_dropped_and_forgets_its_name() -> None:
    assert events(b"event: a\n\ndata: x\n\n") == [ServerSentEvent("x")]
    assert events(b"unknown: a\ndata: x\n\n") == [ServerSentEvent("x")]


chunks = st.lists(st.text("a\r\n", max_size=4).map(str.encode), max_size=8)


@given(chunks)
def test_lines_do_not_depend_on_chunks(parts: list[bytes]) -> None:
    whole, pieces = LineSplitter(), LineSplitter()
    text = b"".join(parts)
    expected = [*whole.feed(text), whole.finish()]
    assert [*(line for part in parts for line in pieces.feed(part)), pieces.finish()] == expected
    assert b"\n".join(expected) == text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def test_json_lines() -> None:
    decoder = JsonLinesDecoder()
    found = [
        *decoder.feed(b'{"a"'),
        *decoder.feed(b':1}\r\n\n{"b":2}\n{"c"'),
        *decoder.feed(b":3}"),
    ]
    found += decoder.finish()
    assert [event.data for event in found] == ['{"a":1}', '{"b":2}', '{"c":3}']


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (b'\x1e{"a":1}\n\x1e{"b":2}\n', ['{"a":1}', '{"b":2}']),
        (b'\x1e{\n  "a": 1\n}\n\x1e[\n\n2]\n\x1e3', ['{\n  "a": 1\n}', "[\n\n2]", "3"]),
        (b'\x1e{"a":1}\x1e\x1e{"b":2}\n\n\x1e"c"\n', ['{"a":1}', '{"b":2}', '"c"']),
        (b'{"a":1}\n\n{"b":2}\n', ['{"a":1}', '{"b":2}']),  # of a server that marks nothing
        (b'\x1e{"a":\n\x1e{"b":2}\n', ['{"a":', '{"b":2}']),  # RFC 7464, section 2.3: cut short
        (b"\x1e" + b"[" * 100_000 + b"\n", ["[" * 100_000]),
    ],
)
def test_json_text_sequences(body: bytes, texts: list[str]) -> None:
    for size in (1, 7, len(body)):
        decoder = event_decoder("application/json-seq")
        chunks = [body[at : at + size] for at in range(0, len(body), size)]
        found = [event.data for chunk in chunks for event in decoder.feed(chunk)]
        assert found + [event.data for event in decoder.finish()] == texts


def test_a_text_of_one_line_does_not_wait_for_the_next() -> None:
    decoder = event_decoder("application/json-seq")
    assert [event.data for event in decoder.feed(b'\x1e{"a":1}\n')] == ['{"a":1}']
    assert list(decoder.feed(b'\x1e{\n"b":2}\n')) == []
    assert [event.data for event in decoder.feed(b"\x1e")] == ['{\n"b":2}']
