"""The quick reader of JSON: what it reads is what the thorough one reads, or it leaves it to that one."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostics
from generator.source.clean_json import read_clean_json
from generator.source.json_text import read_json

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=-(10**400), max_value=10**400)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def spelled(value: Any) -> str:
    """Tell apart what is equal in Python, such as 1 and 1.0."""
    return repr(value)


@settings(max_examples=150, deadline=None)
@given(VALUES, st.booleans(), st.sampled_from([None, 1]))
def test_it_reads_what_the_thorough_reader_reads(
    value: Any, ascii_only: bool, indent: int | None
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    diagnostics = Diagnostics()
    assert spelled(read_clean_json(text.encode())) == spelled(read_json(text, "a", diagnostics))
    assert not list(diagnostics)


@pytest.mark.parametrize(
    "number", ["-0", "-0.0", "1E5", "0.1e-400", "1.7976931348623157e308", "9007199254740993", "1.0"]
)
def test_numbers_are_read_as_the_standard_library_reads_them(number: str) -> None:
    assert spelled(read_clean_json(f"[{number}]".encode())) == spelled(json.loads(f"[{number}]"))


@pytest.mark.parametrize(
    "content",
    [
        b'{"a": 1, "a": 1}',
        b'{"x": [{"b": 1, "c": 2, "b": 3}]}',
        b"[1e999]",
        b'{"a": -1e400}',
        b"1" + b"0" * 400 + b".0",
        b"1.7976931348623159e308",
        b"NaN",
        b"[Infinity]",
        b'"\\ud800"',
        b'"\xed\xa0\x80"',
        b'"\t"',
        b'"\0"',
        b"\0",
        b"9" * 5000,
        b"\xef\xbb\xbf{}",
        '{"a": 1}'.encode("utf-16"),
        b'"\xff"',
        b"{'a': 1}",
        b"[1,]",
        b"[1] // no",
        b"openapi: 3.1.0",
        b"",
        b"[" * 202 + b"]" * 202,
        b"[" * 100_000,
    ],
    ids=lambda content: repr(content[:24]),
)
def test_what_needs_a_word_is_left_to_the_thorough_reader(content: bytes) -> None:
    assert read_clean_json(content) is None


def test_texts_that_look_like_infinity_cost_time_only() -> None:
    text = '["1e999", "Infinity", "\\u0000\\u0000\\u0000\\u0000\\u0000\\u0000"]'
    assert read_clean_json(text.encode()) == json.loads(text)
    assert not any(math.isinf(float(value)) for value in read_clean_json(b"[1e308, -1e308]"))
