"""Descriptions become docstrings that read well, whatever way they are written in."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from generated_texts import docstring_of

from generator.targets.python.prose import readable, wrapped
from generator.targets.python.sentences import sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Done", "Done."),
        ("Done.", "Done."),
        ("Is it", "Is it."),
        ("Is it?", "Is it?"),
        ('See "[this](https://a.b)."', 'See "[this](https://a.b)."'),
        ("(See there.)", "(See there.)"),
        ("**Gone**", "**Gone**."),
        ("One of:\n- a\n- b", "One of:\n- a\n- b"),
        ("  ", ""),
    ],
)
def test_sentences_end_once(text: str, expected: str) -> None:
    assert sentence(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One.</p><p>Two &amp; three.</p>", "One.\n\nTwo & three."),
        ("a<br/>b", "a\nb"),
        ("first,\u200bsecond", "first,second"),
        ("One.<hr>Two.<hr />", "One.\n\nTwo."),
        ("Use <code>x</code>, <b>now</b>", "Use `x`, **now**"),
        ("<b>Scope: </b><code>a</code>, not<b> b</b>", "**Scope:** `a`, not **b**"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("`<b>` stays", "`<b>` stays"),
        ("*Changed*&#58; 1&nbsp;&lt;&#x20;2", "*Changed*: 1 < 2"),
        (
            "`&lt;` stays, as do &notit; and ?a=1&copy=2",
            "`&lt;` stays, as do &notit; and ?a=1&copy=2",
        ),
        ("a < b and <id>", "a < b and <id>"),
        ("[guide](/docs/guide) and [site](https://a.b)", "guide and [site](https://a.b)"),
        ("List[int](x)", "Listint"),
    ],
)
def test_markup_becomes_text(text: str, expected: str) -> None:
    assert readable(text) == expected


def test_broken_lines_are_joined() -> None:
    text = "A description whose author broke it into lines\nthat were full. Then it\ngoes on."
    assert wrapped(text, 120) == [
        "A description whose author broke it into lines that were full. Then it goes on."
    ]


def test_other_lines_stay() -> None:
    text = "Title:\n- one\n- two\n\n| a | b |\n\n    code\n    more\n\n```\na\nb\n```\nShort\nLines"
    assert wrapped(text, 60) == text.split("\n")


Responses = dict[str, dict[str, Any]]


def test_errors_have_one_entry_for_each_class() -> None:
    text = docstring_of(
        {
            "responses": {
                "200": {"description": "OK"},
                "404": {"description": "No such pet, or one\nthat is hidden."},
                "405": {"description": "Not like that"},
                "500": {"description": "Broken"},
                "503": {"description": ""},
                "default": {"description": "Something else"},
            }
        }
    )
    raises = text.partition("Raises:\n")[2].partition("\n\n")[0]
    assert raises.splitlines() == [
        "    NotFoundError: No such pet, or one that is hidden.",
        "    APIStatusError: Not like that. Something else.",
        "    InternalServerError: Broken. Status 503.",
    ]


def test_default_that_is_the_success_is_no_error() -> None:
    assert "Raises" not in docstring_of({"responses": {"default": {"description": "Fine"}}})


def test_defaults_are_told_once() -> None:
    limit = {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 20}}
    for description, times in (("How many. Defaults to 20.", 0), ("How many", 1)):
        text = docstring_of(
            {"parameters": [{**limit, "description": description}], "responses": {}}
        )
        assert text.count("The server's default is 20.") == times


def test_operations_without_a_text_are_named() -> None:
    assert docstring_of({"operationId": "listPets", "responses": {}}).startswith(
        "List pets: `GET /pets`."
    )
    assert docstring_of({"responses": {}}).startswith("`GET /pets`.")


def test_summary_is_not_said_twice() -> None:
    text = docstring_of({"summary": "List pets", "description": "List pets.", "responses": {}})
    assert text.count("List pets") == 1
    text = docstring_of(
        {"summary": "List pets", "description": "List pets that are sold.", "responses": {}}
    )
    assert text.startswith("List pets that are sold.")


@pytest.mark.parametrize("example", ['"""', "\\", "\u202e", 'x"', "\n", "```"])
def test_hostile_examples_stay_in_the_docstring(example: str) -> None:
    name = {"name": "name", "in": "query", "required": True, "example": example}
    text = docstring_of({"parameters": [{**name, "schema": {"type": "string"}}], "responses": {}})
    call = text.partition("Example:\n")[2].strip()
    node = ast.parse(call).body[0]
    assert isinstance(node, ast.Expr)
    assert isinstance(node.value, ast.Call)
    value = node.value.keywords[0].value
    assert isinstance(value, ast.Constant)
    assert value.value == example
