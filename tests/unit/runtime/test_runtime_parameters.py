"""Judged by the "Style Examples" of OpenAPI 3.1.1 and the examples of RFC 6570, section 3.2."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twin._runtime import json_text, omit, styled, whole_query
from twin._runtime.models import Model
from twin._runtime.parameters import cookie_pairs, header_text, path_text, query_pairs

FORM = "application/x-www-form-urlencoded"
ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}


def query(value: object, name: str = "color") -> str:
    return "&".join(query_pairs(name, value))


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("matrix", False, "blue", ";color=blue"),
        ("matrix", False, ARRAY, ";color=blue,black,brown"),
        ("matrix", False, OBJECT, ";color=R,100,G,200,B,150"),
        ("matrix", True, ARRAY, ";color=blue;color=black;color=brown"),
        ("matrix", True, OBJECT, ";R=100;G=200;B=150"),
        ("label", False, "blue", ".blue"),
        ("label", False, ARRAY, ".blue,black,brown"),
        ("label", False, OBJECT, ".R,100,G,200,B,150"),
        ("label", True, ARRAY, ".blue.black.brown"),
        ("label", True, OBJECT, ".R=100.G=200.B=150"),
        ("simple", False, "blue", "blue"),
        ("simple", False, ARRAY, "blue,black,brown"),
        ("simple", False, OBJECT, "R,100,G,200,B,150"),
        ("simple", True, ARRAY, "blue,black,brown"),
        ("simple", True, OBJECT, "R=100,G=200,B=150"),
    ],
)
def test_path_styles(style: Any, explode: bool, value: object, expected: str) -> None:
    assert path_text("color", styled(value, style, explode=explode)) == expected


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("form", False, "", "color="),
        ("form", False, "blue", "color=blue"),
        ("form", False, ARRAY, "color=blue,black,brown"),
        ("form", False, OBJECT, "color=R,100,G,200,B,150"),
        ("form", True, ARRAY, "color=blue&color=black&color=brown"),
        ("form", True, OBJECT, "R=100&G=200&B=150"),
        ("spaceDelimited", False, ARRAY, "color=blue%20black%20brown"),
        ("spaceDelimited", False, OBJECT, "color=R%20100%20G%20200%20B%20150"),
        ("pipeDelimited", False, ARRAY, "color=blue%7Cblack%7Cbrown"),
        ("pipeDelimited", False, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
        ("deepObject", True, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ],
)
def test_query_styles(style: Any, explode: bool, value: object, expected: str) -> None:
    assert query(styled(value, style, explode=explode)) == expected


# The variables of RFC 6570, section 3.2.
HALF = "50%"
HELLO = "Hello World!"
KEYS = {"semi": ";", "dot": ".", "comma": ","}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (HELLO, "Hello%20World%21"),
        (HALF, "50%25"),
        (["red", "green", "blue"], "red,green,blue"),
        (KEYS, "semi,%3B,dot,.,comma,%2C"),
        (styled(KEYS, "simple", explode=True), "semi=%3B,dot=.,comma=%2C"),
        (styled(KEYS, "label", explode=True), ".semi=%3B.dot=..comma=%2C"),
        (styled(KEYS, "matrix", explode=True), ";semi=%3B;dot=.;comma=%2C"),
    ],
)
def test_rfc6570_expansion(value: object, expected: str) -> None:
    assert path_text("keys", value) == expected


def test_reserved_characters_stay_where_allowed() -> None:
    reserved = ":/?@!$'()*,;="
    assert query(styled(reserved, "form", allow_reserved=True)) == f"color={reserved}"
    assert query(styled("a&b#c+d[e]", "form", allow_reserved=True)) == "color=a%26b%23c%2Bd%5Be%5D"
    assert query(styled("50%25 is 50%", "form", allow_reserved=True)) == "color=50%25%20is%2050%25"
    assert query(reserved) == "color=%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B%3D"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a/b?c#d", "a%2Fb%3Fc%23d"),
        ("..", "%2E%2E"),
        (".", "%2E"),
        ("...", "..."),
        ("../../etc", "..%2F..%2Fetc"),
        ("é ü", "%C3%A9%20%C3%BC"),
        ("100%", "100%25"),
        (7, "7"),
        (True, "true"),
        (date(2026, 1, 2), "2026-01-02"),
    ],
)
def test_path_values_stay_one_segment(value: object, expected: str) -> None:
    assert path_text("id", value) == expected


@pytest.mark.parametrize(
    "value",
    [
        *("", [""], [None], [], {}, None, omit, styled([], "label"), styled("", "simple")),
        # one that has no text would be the place itself (RFC 3986, section 5.2.4), or nothing at all
        *(styled([None], "label"), styled({"a": None}, "label", explode=True)),
        styled([None], "matrix", explode=True),
    ],
)
def test_empty_path_value_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="'id'"):
        path_text("id", value)


def test_deep_objects_nest() -> None:
    value = {"created": {"gte": 5, "lt": None}, "tags": ["a", "b"], "items": [{"id": 1}]}
    assert parse_qsl(query(styled(value, "deepObject"), "filter")) == [
        ("filter[created][gte]", "5"),
        ("filter[tags][0]", "a"),
        ("filter[tags][1]", "b"),
        ("filter[items][0][id]", "1"),
    ]


def test_values_take_their_json_form() -> None:
    class Colour(Enum):
        RED = "red"

    class Point(Model):
        x: int

    assert query(True) == "color=true"
    assert query(1.5) == "color=1.5"
    assert query(Decimal("2.50")) == "color=2.5"
    assert query(Colour.RED) == "color=red"
    assert query([Colour.RED, omit, None]) == "color=red"
    assert query(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)) == "color=2026-01-02T03%3A04%3A05Z"
    assert query(UUID(int=1)) == "color=00000000-0000-0000-0000-000000000001"
    assert query(Point(x=1)) == "x=1"
    assert query(json_text({"a": [1, None]})) == "color=%7B%22a%22%3A%5B1%2Cnull%5D%7D"
    assert query([]) == ""
    assert query("a", "expand[]") == "expand%5B%5D=a"


def test_headers_and_cookies() -> None:
    assert header_text("X-Ids", [1, 2]) == "1,2"
    assert header_text("X-Map", {"a": 1}) == "a,1"
    assert header_text("X-Map", styled({"a": 1}, "simple", explode=True)) == "a=1"
    assert header_text("X-Text", "é %") == "é %"
    assert cookie_pairs("a b", "x;y") == ["a%20b=x%3By"]
    with pytest.raises(ValueError, match="X-Text"):
        header_text("X-Text", "a\r\nInjected: 1")


@given(st.text(), st.text())
def test_query_pairs_read_back(name: str, value: str) -> None:
    if any("\ud800" <= c <= "\udfff" for c in name + value):
        return
    assert parse_qsl(query(value, name), keep_blank_values=True) == [(name, value)]


@pytest.mark.parametrize(
    ("value", "media_type", "expected"),
    [
        ({"a": "x y", "b": [1, 2], "c": None}, FORM, "a=x%20y&b=1&b=2"),
        ("a=x%20y&b=1", FORM, "a=x%20y&b=1"),
        ({"a": [1]}, "application/json", "%7B%22a%22%3A%5B1%5D%7D"),
        ("$.a[0]", "application/jsonpath", "%24.a%5B0%5D"),
    ],
)
def test_a_whole_query_string(value: object, media_type: str, expected: str) -> None:
    assert query(whole_query(value, media_type), "ignored") == expected
    assert whole_query(omit, media_type) is omit


def test_cookies_that_are_sent_as_they_are() -> None:
    assert cookie_pairs("c", styled("a=b/+%", "cookie")) == ["c=a=b/+%"]
    assert cookie_pairs("c", styled(["x", "y"], "cookie")) == ["c=x", "c=y"]
    assert cookie_pairs("c", styled(["x", 1], "cookie", explode=False)) == ["c=x,1"]
    assert cookie_pairs("c", styled({"a": 1, "b": "z"}, "cookie")) == ["a=1", "b=z"]
    for text in ("a;b", "a b", "é", 'a"', "a\\b", "a,b"):
        with pytest.raises(ValueError, match="'c'"):
            cookie_pairs("c", styled(text, "cookie"))


def test_only_what_cookies_cannot_hold_is_escaped() -> None:
    assert cookie_pairs("c", "a=b/+:@!") == ["c=a=b/+:@!"]
    assert cookie_pairs("c", 'a b;c,d"e\\%é') == ["c=a%20b%3Bc%2Cd%22e%5C%25%C3%A9"]
    assert cookie_pairs("c", True) == ["c=true"]
    assert cookie_pairs("c", ["a=b", "&"]) == ["c=a%3Db", "c=%26"]


def test_a_label_is_no_dot_segment() -> None:
    assert path_text("p", styled(".", "label")) == ".%2E"
    assert path_text("p", styled("a.b", "label")) == ".a.b"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("projects/p/instances/i", "projects/p/instances/i"),
        ("a b/c?d#e", "a%20b/c%3Fd%23e"),
        ("../admin/.", "%2E%2E/admin/%2E"),
    ],
)
def test_reserved_placeholders_keep_slashes(value: str, expected: str) -> None:
    assert path_text("+name", styled(value, "simple", allow_reserved=True)) == expected


def test_reserved_placeholders_need_a_value() -> None:
    with pytest.raises(ValueError, match="may not be empty"):
        path_text("+name", styled("", "simple", allow_reserved=True))
