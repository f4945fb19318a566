"""Patterns of ECMA-262 in strict mode: the same whichever engine reads them, and never for ever."""

from __future__ import annotations

import pytest
from twin._runtime.schema_keywords import matches


def test_nested_repetition_takes_no_time():
    # A backtracking engine doubles its time with each letter: 60 of them would outlast everyone.
    pattern = r"^(https?:\/\/)?([\da-z\.-]+)\.([a-z\.]{2,6})([\/\w \.-]*)*\/?$"
    assert not matches(pattern, f"http://a.bc/{'a' * 60}!")


@pytest.mark.parametrize(
    ("pattern", "text", "is_match"),
    [
        (r"^\d+$", "٣", False),
        (r"^[\d-]+$", "1-2", True),
        (r"^\w+$", "é", False),
        (r"^[^\W]+$", "é", False),
        (r"^[\w-.]+$", "a-b.c", True),
        (r"^[a&&b]+$", "a&b", True),
        (r"^[[a]+$", "[a", True),
        (r"^[+--]$", ",", True),
        (r"^a$", "a\n", False),
        (r"^(?<year>\d{4})$", "2026", True),
        (r"^(?!x)a$", "a", True),  # lookaround
        (r"^(a)\1$", "aa", True),  # back-reference
        (r"^\p{L}+$", "é", True),
        (r"\bb\b", "éb", True),
        (r"(", "anything: no engine reads it", True),
    ],
)
def test_what_the_pattern_says(pattern, text, is_match):
    assert matches(pattern, text) is is_match
