"""What the generated tests expect on the wire, held against the tables of the specifications."""

from __future__ import annotations

from typing import Any

import pytest

from generator.ir.operations import Parameter
from generator.ir.schemas import AnySchema
from generator.targets.python import wire

ARRAY: Any = ["blue", "black", "brown"]
OBJECT: Any = {"R": 100, "G": 200, "B": 150}


def parameter(location: str, style: str, *, explode: bool, **more: Any) -> Parameter:
    return Parameter("color", location, AnySchema(), "#", "#", style=style, explode=explode, **more)  # type: ignore[arg-type]  # rows of a table


# OpenAPI 3.1.1, "Style Examples".
@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("simple", False, "blue", "blue"),
        ("simple", False, ARRAY, "blue,black,brown"),
        ("simple", False, OBJECT, "R,100,G,200,B,150"),
        ("simple", True, OBJECT, "R=100,G=200,B=150"),
        ("matrix", False, "blue", ";color=blue"),
        ("matrix", False, ARRAY, ";color=blue,black,brown"),
        ("matrix", True, ARRAY, ";color=blue;color=black;color=brown"),
        ("matrix", False, OBJECT, ";color=R,100,G,200,B,150"),
        ("matrix", True, OBJECT, ";R=100;G=200;B=150"),
        ("label", False, "blue", ".blue"),
        ("label", False, ARRAY, ".blue,black,brown"),
        ("label", True, ARRAY, ".blue.black.brown"),
        ("label", False, OBJECT, ".R,100,G,200,B,150"),
        ("label", True, OBJECT, ".R=100.G=200.B=150"),
        ("simple", False, "a/b ü", "a%2Fb%20%C3%BC"),
        ("simple", False, "", None),
        ("simple", False, "..", None),
        ("simple", False, [["nested"]], None),
        ("simple", False, True, "true"),
    ],
)
def test_paths(style: str, explode: bool, value: Any, expected: str | None) -> None:
    assert wire.path(parameter("path", style, explode=explode), value) == expected


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        ("form", True, "blue", ["color=blue"]),
        ("form", False, ARRAY, ["color=blue,black,brown"]),
        ("form", True, ARRAY, ["color=blue", "color=black", "color=brown"]),
        ("form", False, OBJECT, ["color=R,100,G,200,B,150"]),
        ("form", True, OBJECT, ["R=100", "G=200", "B=150"]),
        ("spaceDelimited", False, ARRAY, ["color=blue%20black%20brown"]),
        ("pipeDelimited", False, ARRAY, ["color=blue%7Cblack%7Cbrown"]),
        ("pipeDelimited", False, OBJECT, ["color=R%7C100%7CG%7C200%7CB%7C150"]),
        ("deepObject", True, OBJECT, ["color%5BR%5D=100", "color%5BG%5D=200", "color%5BB%5D=150"]),
        ("deepObject", True, {"a": {"b": 1}}, None),
        ("form", True, [], None),
        ("form", True, None, None),
    ],
)
def test_queries(style: str, explode: bool, value: Any, expected: list[str] | None) -> None:
    assert wire.query(parameter("query", style, explode=explode), value) == expected


def test_reserved_characters_are_left_open() -> None:
    reserved = parameter("query", "form", explode=True, allow_reserved=True)
    assert wire.query(reserved, "a/b") is None
    assert wire.query(reserved, "ab") == ["color=ab"]


def test_json_in_parameters() -> None:
    described = parameter("query", "form", explode=True, content_type="application/json")
    assert wire.query(described, {"a": 1}) == ["color=%7B%22a%22%3A1%7D"]
    other = parameter("query", "form", explode=True, content_type="application/xml")
    assert wire.query(other, "a") is None


@pytest.mark.parametrize(
    ("explode", "value", "expected"),
    [
        (False, ARRAY, "blue,black,brown"),
        (False, OBJECT, "R,100,G,200,B,150"),
        (True, OBJECT, "R=100,G=200,B=150"),
        (False, "two words", "two words"),
        (False, " blank", None),
        (False, "ü", None),
    ],
)
def test_headers(explode: bool, value: Any, expected: str | None) -> None:
    assert wire.header(parameter("header", "simple", explode=explode), value) == expected


def test_parts() -> None:
    assert wire.part("a", [1, {"b": 2}]) == (
        '--boundary\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'
        '--boundary\r\nContent-Disposition: form-data; name="a"\r\n'
        'Content-Type: application/json\r\n\r\n{"b":2}\r\n'
    )
    assert wire.part('a"b', 1) is None
    assert wire.file_part("f", "a.txt", "text/plain", "x") == (
        '--boundary\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n'
        "Content-Type: text/plain\r\n\r\nx\r\n"
    )
    assert wire.form([("a", [1, "b"]), ("c", True)]) == [("a", "1"), ("a", "b"), ("c", "true")]
    assert wire.form([("a", {"b": 1})]) is None
