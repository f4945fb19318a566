"""Words to identifiers: every text gives a usable, deterministic name."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.targets.python.naming import (
    CLASS_NAMES,
    FIELD_NAMES,
    class_identifier,
    identifier,
    pascal_case,
    snake_case,
    unique,
    words,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("listFiles", ["list", "files"]),
        ("HTTPServer", ["http", "server"]),
        ("getHTTPSUrl", ["get", "https", "url"]),
        ("URLs", ["urls"]),
        ("OAuth2Token", ["oauth2", "token"]),
        ("x-ms-id", ["x", "ms", "id"]),
        ("a.b/c$d e", ["a", "b", "c", "d", "e"]),
        ("expand[]", ["expand"]),
        ("user's", ["users"]),
        ("Größe", ["große"]),
        ("état civil", ["etat", "civil"]),
        ("+1", ["plus", "1"]),
        ("-1", ["minus", "1"]),
        ("$", ["dollar"]),
        ("2fa", ["2fa"]),
        ("", []),
        ("状态", ["状态"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("class", "class_"),
        ("2fa", "field_2fa"),
        ("", "field"),
        ("_id", "id"),
        ("fooBar", "foo_bar"),
        ("schema", "schema_"),
        ("list", "list_"),
        ("model_config", "model_config_"),
        ("self", "self_"),
        ("type", "type"),
        ("created-at", "created_at"),
    ],
)
def test_field_names(text: str, expected: str) -> None:
    assert identifier(text, reserved=FIELD_NAMES) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HTTPServer", "HTTPServer"),
        ("file-out", "FileOut"),
        ("SHOUTING_NAME", "ShoutingName"),
        ("Model", "ModelSchema"),
        ("Any", "AnyModel"),
        ("TimeoutError", "TimeoutErrorModel"),
        ("1.0", "Model1_0"),
        ("...", "DotDotDot"),
        ("", "Unnamed"),
        ("状态", "Model状态"),
    ],
)
def test_class_names(text: str, expected: str) -> None:
    assert class_identifier(text) == expected


@given(st.text())
def test_every_text_gives_identifiers(text: str) -> None:
    field, model = identifier(text, reserved=FIELD_NAMES), class_identifier(text)
    assert field.isidentifier()
    assert field not in FIELD_NAMES
    assert not field.startswith("_")
    assert not keyword.iskeyword(field)
    assert model.isidentifier()
    assert model not in CLASS_NAMES
    assert model[0].isupper()


@given(st.text())
def test_python_reads_the_identifier_as_the_same_name(text: str) -> None:
    """The compiler folds identifiers (NFKC); ours must not change by that."""
    scope: dict[str, object] = {}
    name = identifier(text)
    exec(f"{name} = 1", scope)  # noqa: S102 -- an identifier, by the test above
    assert name in scope


@given(st.lists(st.sampled_from(["a", "a2", "a_2", "b"])))
def test_unique_names_never_repeat(names: list[str]) -> None:
    taken: set[str] = set()
    assert len({unique(name, taken) for name in names}) == len(names)


def test_cases_agree_on_the_words() -> None:
    assert snake_case("listHTTPServers") == "list_http_servers"
    assert pascal_case("list_http_servers") == "ListHttpServers"


def test_letters_without_case_can_begin_a_model() -> None:
    assert class_identifier("日本語", caseless=True) == "日本語"
    assert class_identifier("1.0", caseless=True) == "Model1_0"
    assert class_identifier("日本語") == "Model日本語"


def test_a_property_called_like_its_owner_needs_no_number(lowered) -> None:
    inner = {"type": "object", "properties": {"code": {"type": "string"}}}
    error = {"type": "object", "properties": {"error": inner, "errors": {"items": inner}}}
    _, names, _ = lowered({"Error": error, "Other": inner})
    assert list(names.classes.values()) == ["Error", "ErrorError", "ErrorErrorsItem", "Other"]
