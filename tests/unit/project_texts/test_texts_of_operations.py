"""What a document says of operations and arguments, told as a person would tell it in a docstring."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from generated_texts import docstring_of, file_of

from generator.targets.python.package_text import api_name, markdown
from generator.targets.python.prose import readable, wrapped
from generator.targets.python.sentences import first_sentence, in_short

LONG = "Creates a thing of the kind that is asked for, with everything that belongs to it."
OK: dict[str, Any] = {"200": {"description": "OK"}}


def _section(text: str, title: str) -> str:
    return text.partition(f"{title}:\n")[2].partition("\n\n")[0]


# Prose


def test_rules_between_paragraphs_go() -> None:
    assert wrapped("One.\n\n---\n\nTwo.\n\n***\n", 80) == ["One.", "", "Two."]
    assert wrapped("Title\n---\nText.", 80) == ["Title", "---", "Text."]
    assert wrapped("```\n\n---\n\n```", 80) == ["```", "", "---", "", "```"]


def test_indented_lines_below_prose_are_prose() -> None:
    text = (
        "Pairs that can be attached to an object, in order to keep         more of it.\n"
        "        Keys are texts of 64 characters at most. Values         are short."
    )
    assert wrapped(text, 70) == [
        "Pairs that can be attached to an object, in order to keep more of it.",
        "Keys are texts of 64 characters at most. Values are short.",
    ]


def test_items_are_laid_out_anew() -> None:
    text = (
        "One of:\n- a thing that\n  is long and\n  goes on\n- another\n\nMore:\n    code\n    stays"
    )
    assert wrapped(text, 60) == [
        *("One of:", "- a thing that is long and goes on", "- another", "", "More:"),
        *("    code", "    stays"),
    ]


def test_lines_that_end_within_a_sentence_go_on() -> None:
    assert wrapped("Called with\nPOST. Short\nLines", 60) == ["Called with POST. Short", "Lines"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A guide. [Learn more](/docs).", "A guide."),
        ("A guide. \n[Learn more](/docs).\n\nMore.", "A guide.\n\nMore."),
        ("A guide. [This one](/docs) says more.", "A guide. This one says more."),
        ("A guide. [Learn more](https://a.b).", "A guide. [Learn more](https://a.b)."),
        ("[Learn more](/docs).", "Learn more."),
    ],
)
def test_sentences_that_only_lead_nowhere_go(text: str, expected: str) -> None:
    assert readable(text) == expected


# Sentences


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One thing. Two things.", "One thing."),
        ("One, e.g. Two, is one. Three.", "One, e.g. Two, is one."),
        ("See `a. B` here. Then go.", "See `a. B` here."),
        ("A (see it. Yes) there. Then.", "A (see it. Yes) there."),
        ("Version 1. 2 is next", "Version 1. 2 is next"),
        ("no sentence", "no sentence"),
    ],
)
def test_first_sentence(text: str, first: str) -> None:
    head, rest = first_sentence(text)
    assert head == first
    assert " ".join(filter(None, (head, rest))) == text


def test_errors_are_told_in_short() -> None:
    assert in_short("Nobody knows this thing at all. Try again later.") == (
        "Nobody knows this thing at all."
    )
    assert (
        in_short("Bad request. The name is missing. Really.") == "Bad request. The name is missing."
    )
    text = docstring_of(
        {"responses": {"404": {"description": "There is no such thing here. Look."}}}
    )
    assert _section(text, "Raises") == "    NotFoundError: There is no such thing here."


# Operations


def test_first_line_is_one_sentence() -> None:
    text = docstring_of({"summary": f"{LONG} It can be read. Or not.", "responses": OK})
    assert text.startswith(f"{LONG}\n\nIt can be read. Or not.\n")
    text = docstring_of({"summary": "Short. It fits.", "responses": OK})
    assert text.startswith("Short. It fits.\n")


def test_notices_come_behind_what_is_done() -> None:
    text = docstring_of(
        {"summary": "**Note:** Try another.\n\n---\n\nCreates a thing.\n\nMore.", "responses": OK}
    )
    assert text.startswith("Creates a thing.\n\n**Note:** Try another.\n\nMore.\n")
    assert docstring_of({"summary": "**Note:** Only this.", "responses": OK}).startswith(
        "**Note:**"
    )


def test_the_same_in_other_words_is_said_once() -> None:
    said = {"summary": "Delete Container File", "description": "Deletes a container file."}
    assert docstring_of({**said, "responses": OK}).startswith(
        "Deletes a container file.\n\nReturns"
    )


@pytest.mark.parametrize(
    ("description", "is_told"),
    [
        ("Pet deleted successfully.", False),
        ("Successfully created the pet", False),
        ("The chat was\ndeleted successfully.", False),
        ("Pets that were successfully vaccinated. The newest come first.", True),
        ("All pets.", True),
    ],
)
def test_success_is_not_what_comes_back(description: str, is_told: bool) -> None:
    content = {"application/json": {"schema": {"type": "string"}}}
    text = docstring_of({"responses": {"200": {"description": description, "content": content}}})
    assert ("Returns:" in text) is is_told


# Arguments


def _with_body(**properties: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": properties, "required": list(properties)[:1]}
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    return {"requestBody": body, "responses": OK}


def test_what_may_be_null_is_described_by_what_it_is_besides() -> None:
    inner = {"type": "integer", "description": "How many", "default": 3}
    said = _with_body(count={"anyOf": [inner, {"type": "null"}]}, other={"type": "string"})
    text = docstring_of(said, method="post")
    assert _section(text, "Args") == "    count: How many. The server's default is 3."


def test_arguments_are_called_as_in_python() -> None:
    said = _with_body(
        chatId={"type": "string", "description": "With `chatId`; `chatIds` differ."},
        count={"type": "integer", "description": "Not with `chatId`."},
    )
    text = docstring_of({**said, "summary": "Add to `chatId`."}, method="post")
    assert text.startswith("Add to `chat_id`.")
    assert _section(text, "Args").splitlines() == [
        "    chat_id: With `chat_id`; `chatIds` differ.",
        "    count: Not with `chat_id`.",
    ]


def test_headers_keep_their_names() -> None:
    header = {"name": "X-Format", "in": "header", "schema": {"type": "string"}}
    text = docstring_of({"summary": "Send `X-Format`.", "parameters": [header], "responses": OK})
    assert text.startswith("Send `X-Format`.")


def test_an_argument_stands_apart_from_the_items_before_it() -> None:
    kind = f"Which kind. One of:\n- `a`: {LONG}\n- `b`: {LONG}"
    said = _with_body(kind={"type": "string", "description": kind}, other={"description": "Other."})
    text = docstring_of(said, method="post")
    assert "\n    other: Other.\n" in text
    assert all(len(line) <= 92 for line in text.splitlines())


def test_a_default_is_found_however_it_is_written() -> None:
    limit = {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 10000}}
    text = docstring_of(
        {"parameters": [{**limit, "description": "The default is 10,000."}], "responses": OK}
    )
    assert "The server's default" not in text


# Names


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Pet API", "the Pet API"),
        ("Pet API v2", "the Pet API v2"),
        ("The Pet Service", "the Pet Service"),
        ("Bookshop", "Bookshop"),
        (" ", "the API"),
    ],
)
def test_titles_in_sentences(title: str, expected: str) -> None:
    assert api_name(title) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/chat/completions/{id}/messages", "messages of chat completions"),
        ("/datasets/{id}/snapshots", "snapshots of datasets"),
        ("/evals/{id}/runs/{run}/items", "items of runs of evals"),
    ],
)
def test_resources_are_named_in_words(path: str, expected: str) -> None:
    content = {"application/json": {"schema": {"type": "array", "items": {"type": "string"}}}}
    operation = {"responses": {"200": {"description": "OK", "content": content}}}
    assert f"Operations on {expected}." in file_of({path: {"get": operation}}, "reference.md")


def test_what_an_answer_is_called() -> None:
    run = {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/RunObject"}}}
    operation = {
        "operationId": "cancelRun",
        "tags": ["Assistants"],
        "responses": {"200": {"description": "OK", "content": content}},
    }
    text = file_of(
        {"/threads/{thread_id}/runs/{run_id}/cancel": {"post": operation}},
        "reference.md",
        RunObject=run,
    )
    assert "\nrun = client." in text


# Files around the package


def test_reference_shows_what_a_call_needs() -> None:
    limit = {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 5}}
    thing = {"name": "thing", "in": "path", "required": True, "schema": {"type": "string"}}
    kind = {"name": "kind", "in": "query", "required": True, "schema": {"type": "string"}}
    operation = {"operationId": "readThing", "parameters": [thing, limit, kind], "responses": OK}
    text = file_of({"/things/{thing}": {"get": operation}}, "reference.md")
    assert "(thing, *, kind, ...)`\n" in text
    assert "- `thing` (`str`)\n" in text
    assert "- `limit` (`int`, optional): The server's default is `5`.\n" in text


def test_package_exports_what_it_says() -> None:
    tree = ast.parse(file_of({"/a": {"get": {"responses": OK}}}, "api/__init__.py"))
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
        for alias in node.names
    }
    listed = next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    )
    assert imported == set(listed)
    assert listed == sorted(listed)


def test_readme_goes_on_with_what_was_made() -> None:
    thing = {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]}
    reference = {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
    answer = {"responses": {"200": {"description": "OK", "content": reference}}}
    name = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
    body = {"required": True, "content": {"application/json": {"schema": name}}}
    text = file_of(
        {"/things": {"post": {**answer, "requestBody": body}}, "/things/{id}": {"get": answer}},
        "README.md",
        Thing=thing,
    )
    usage = text.partition("## Usage")[2].partition("```\n")[0]
    assert usage.index("client.things.create(") < usage.index("client.things.get(thing.id)")
    assert "        thing = await client.things.get(" in text
    assert 'response = raw(client.things.get)("' in text
    assert "set `" in text.partition("## Usage")[2].partition("## ")[0]  # no host is named
    assert "## Authentication" not in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an obj_foo and _this_", "an obj_foo and \\_this\\_"),
        ("a_ _b __c__", "a\\_ \\_b \\_\\_c\\_\\_"),
        ("*x* [y]", "\\*x\\* \\[y\\]"),
    ],
)
def test_only_what_would_be_markup_is_escaped(text: str, expected: str) -> None:
    assert markdown(text) == expected


def test_deprecated_arguments_are_called_so_once() -> None:
    name = {"name": "old", "in": "query", "deprecated": True, "schema": {"type": "string"}}
    for description, expected in (
        ("Use another.", "Use another. Deprecated."),
        ("Deprecated: use another.", "Deprecated: use another."),
    ):
        text = docstring_of({"parameters": [{**name, "description": description}], "responses": OK})
        assert _section(text, "Args") == f"    old: {expected}"


def test_fields_tell_what_was_said_in_place() -> None:
    kinds = {"type": "string", "enum": ["a", "b"], "description": "Which [kind](/docs) it is"}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}
    path = {"get": {"responses": {"200": {"description": "OK", "content": content}}}}
    pet = {
        "type": "object",
        "properties": {
            "kind": {"anyOf": [kinds, {"type": "null"}]},
            "old": {"type": "string", "description": "Deprecated: see kind", "deprecated": True},
            "gone": {"type": "string", "description": "Not read.", "deprecated": True},
        },
    }
    text = file_of({"/pets": path}, "api/models/pet.py", Pet=pet)
    assert '    """Which kind it is."""\n' in text
    assert '    """Deprecated: see kind."""\n' in text
    assert '    """Not read.\n\n    Deprecated.\n    """\n' in text
