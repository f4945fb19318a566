"""Whatever a document says stays inside its literal, docstring or comment."""

from __future__ import annotations

import ast
import io
import tokenize
import unicodedata
from typing import Any

import black
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.targets.python.literals import comment, docstring, literal

ANY_TEXT = st.text(st.characters(codec=None)) | st.text("\"'\\\n\r\t #{}ab\u202e\u2028\x00")
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | ANY_TEXT
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner), max_leaves=8
)


def evaluated(source: str) -> Any:
    return eval(source, {"__builtins__": {"float": float}})  # noqa: S307 -- that is the test


@given(VALUES)
def test_literals_evaluate_to_the_value(value: Any) -> None:
    source = literal(value)
    assert evaluated(source) == value
    assert "\n" not in source
    source.encode("utf-8")


@given(ANY_TEXT)
def test_text_literals_are_one_token_without_hidden_characters(text: str) -> None:
    source = literal(text)
    assert ast.literal_eval(source) == text
    hidden = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert hidden.isdisjoint(map(unicodedata.category, source))


@pytest.mark.parametrize(
    "value",
    [float("inf"), float("-inf"), 10**5000, -(10**5000), 1e16, -0.0],
    ids=["infinite", "negative infinite", "long", "negative long", "large", "negative zero"],
)
def test_odd_numbers(value: float) -> None:
    assert evaluated(literal(value)) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", '"plain"'),
        ('say "hi"', "'say \"hi\"'"),
        ("it's", '"it\'s"'),
        ("a\\b", '"a\\\\b"'),
        ("\u202eevil", '"\\u202eevil"'),
    ],
)
def test_quotes_are_those_that_formatters_choose(text: str, expected: str) -> None:
    assert literal(text) == expected


@given(ANY_TEXT)
def test_black_keeps_text_literals(text: str) -> None:
    source = f"x = {literal(text)}\n"
    mode = black.Mode(line_length=10**6)
    assert black.format_str(source, mode=mode) == source


def body_of(text: str, indent: int = 4) -> str:
    return f"class C:\n{' ' * indent}{docstring(text, indent) or 'pass'}\n"


@given(ANY_TEXT)
def test_docstrings_are_one_statement_with_the_text(text: str) -> None:
    source = body_of(text)
    source.encode("utf-8")
    (statement,) = ast.parse(source).body
    assert isinstance(statement, ast.ClassDef)
    assert len(statement.body) == 1
    found = ast.get_docstring(statement) or ""
    assert found.split() == text.split()


@given(ANY_TEXT)
def test_black_keeps_docstrings(text: str) -> None:
    source = body_of(text)
    mode = black.Mode(line_length=100)
    assert black.format_str(source, mode=mode) == source


@pytest.mark.parametrize(
    "text",
    [
        'ends with a quote"',
        '"begins with one',
        '"',
        "ends with a backslash\\",
        '"""\nimport os\n"""',
        "\\",
        "x" * 98,
        "word " * 18 + "overlong",
        "y" * 90 + " " + "z" * 90,
    ],
)
def test_docstrings_at_the_edges(text: str) -> None:
    source = body_of(text)
    assert black.format_str(source, mode=black.Mode(line_length=100)) == source
    namespace: dict[str, Any] = {}
    exec(source, namespace)  # noqa: S102 -- that is the test
    assert namespace["C"].__doc__.split() == text.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Quoted" at the start', '""" "Quoted" at the start"""'),
        ('at the end "quoted"', '"""at the end "quoted" """'),
        ("One sentence.  Two blanks.", '"""One sentence. Two blanks."""'),
        (
            'Two lines.\n\nThe last is "quoted"',
            '"""Two lines.\n\n    The last is "quoted"\n    """',
        ),
    ],
)
def test_docstrings_read_like_written_by_hand(text: str, expected: str) -> None:
    assert docstring(text, 4) == expected


def test_prose_is_wrapped_and_code_is_not() -> None:
    code = "    curl " + "x" * 120
    text = f"{'word ' * 40}\n\n```\n{'y ' * 80}\n```\n- {'item ' * 30}\n\n{code}"
    lines = docstring(text, 4).splitlines()
    prose = [line for line in lines if "word" in line]
    assert len(prose) == 3
    assert max(map(len, prose)) <= 100
    assert any(line.strip() == ("y " * 80).strip() for line in lines)
    assert any(line.startswith("      item") for line in lines)
    assert any(line.endswith("x" * 120) for line in lines)


@given(ANY_TEXT)
def test_comments_stay_comments(text: str) -> None:
    source = f"# {comment(text)}\nx = 1\n"
    tokens = list(tokenize.tokenize(io.BytesIO(source.encode()).readline))
    assert [token.type for token in tokens[1:3]] == [tokenize.COMMENT, tokenize.NL]
    assert len(ast.parse(source).body) == 1


@pytest.mark.parametrize("text", ["-*- coding: utf-7 -*-", "vim: set fileencoding=rot13 :"])
def test_comments_do_not_choose_the_encoding(text: str) -> None:
    source = f"# {comment(text)}\nx = 1\n".encode()
    assert tokenize.detect_encoding(io.BytesIO(source).readline)[0] == "utf-8"


@pytest.mark.parametrize("text", ["# type: ignore", "a # noqa", "#pyright: basic", "# fmt: off"])
def test_comments_do_not_steer_tools(text: str) -> None:
    assert "#" not in comment(text)


def test_comments_keep_names_with_a_hash() -> None:
    assert comment("The C# API") == "The C# API"
