"""The generated modules: names, order, imports, and that pydantic reads them."""

from __future__ import annotations

import ast
import subprocess
import sys
import typing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import TypeAdapter, ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable

BIN = Path(sys.executable).parent


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def thing(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


TEXT = {"type": "string"}

AWKWARD_NAMES = [
    "list",
    "dict",
    "str",
    "int",
    "bool",
    "date",
    "datetime",
    "copy",
    "json",
    "schema",
    "model_config",
    "_private",
    "__dunder",
    "1st",
    "fooBar",
    "foo_bar",
    "self",
    "cls",
    "validate",
    "Field",
    "construct",
    "model_fields",
    "$ref",
    "@type",
]

AWKWARD: dict[str, Any] = {
    "Node": thing(next=ref("Node"), children={"type": "array", "items": ref("Node")}),
    "Chicken": thing(egg=ref("Egg")),
    "Egg": thing(chicken={"anyOf": [ref("Chicken"), {"type": "null"}]}),
    "Json": {
        "anyOf": [
            TEXT,
            {"type": "array", "items": ref("Json")},
            {"type": "object", "additionalProperties": ref("Json")},
        ]
    },
    "Expression": {"oneOf": [ref("Negation"), TEXT]},
    "Negation": thing(operand=ref("Expression")),
    "Same": ref("Node"),
    "Nothing": {"type": "null"},
    "Maybe": {"type": ["object", "null"], "properties": {"a": TEXT}},
    "Model": thing(model=TEXT),
    "Any": thing(any=ref("Any")),
    "list": {"type": "array", "items": TEXT},
    "List": {"type": "array", "items": ref("list")},
    "Literal": {"enum": ["Literal"]},
    "file-out": thing(id=TEXT),
    "FileOut": thing(id=TEXT),
    "状态": thing(状态=TEXT),
    "class": thing(class_=TEXT, **{"class": TEXT, "Class": TEXT, "def": TEXT}),
    "Fields": thing(
        **{
            name: {"type": "array", "items": {"type": "string", "format": "date"}}
            for name in AWKWARD_NAMES
        }
    ),
    "Injection": {
        "description": '"""\nimport os  # \\',
        **thing(**{'a"]; import os; x["': {"description": "\\", "enum": ['"""', "\\", "\n'"]}}),
    },
    "Defaults": thing(
        flag={"type": "boolean", "default": True},
        word={"type": "string", "default": 'a"b'},
        number={"type": "number", "default": 1},
        wrong={"type": "integer", "default": "one"},
        many={"type": "array", "items": TEXT, "default": ["a"]},
        choice={"enum": ["a", "b"], "default": "b"},
    ),
}


def test_every_model_is_built(build: Callable[..., Any]) -> None:
    built = build(AWKWARD)
    for text in built.files.values():
        ast.parse(text)
    assert sorted(built.models.__all__) == sorted(built.names.classes.values())
    for key, name in built.names.classes.items():
        model = getattr(built.models, name)
        if built.names.is_class(key):
            model.model_rebuild()
            assert model.__pydantic_complete__
        else:
            TypeAdapter(model)


def test_formatters_have_nothing_to_do(build: Callable[..., Any]) -> None:
    built = build(AWKWARD, thing(nested={"type": "array", "items": ref("Negation")}))
    folder = Path(built.models.__file__).parent
    targets = [str(folder), str(folder.parent / "params.py")]
    options = ["--isolated", "--line-length=100", "--target-version=py311", *targets]
    for command in (
        ["format", "--check", "--diff"],
        ["check", "--select=F,I,UP006,UP007", "--output-format=concise"],
    ):
        done = subprocess.run(
            [BIN / "ruff", *command, *options], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Node", {"next": {"next": {}}, "children": [{"children": []}]}),
        ("Chicken", {"egg": {"chicken": {"egg": {"chicken": None}}}}),
        ("Json", [{"a": ["b", {"c": []}]}]),
        ("Expression", {"operand": {"operand": "x"}}),
        ("Maybe", {"a": "b", "unknown": [1]}),
        ("Fields", {"list": ["2024-01-01"], "fooBar": [], "foo_bar": ["x"], "$ref": [], "1st": []}),
        ("ListModel", [["a"]]),
        ("LiteralModel", "a value of tomorrow"),
    ],
)
def test_values_come_back_as_they_were(build: Callable[..., Any], name: str, value: Any) -> None:
    built = build(AWKWARD)
    names = {**{found: found for found in built.models.__all__}, "ListModel": "List"}
    adapter = TypeAdapter(getattr(built.models, names.get(name, name)))
    decoded = adapter.validate_python(value, by_alias=True, by_name=False)
    assert adapter.dump_python(decoded, by_alias=True, exclude_unset=True, mode="json") == value


def test_names(build: Callable[..., Any]) -> None:
    names = set(build(AWKWARD).names.classes.values())
    assert {"FileOut", "FileOut2", "ModelSchema", "AnyModel", "LiteralModel", "Class"} <= names
    assert {"List", "List2", "状态", "Maybe"} <= names
    assert "Nothing" not in names


def test_what_is_nested_stands_in_the_module_of_its_owner(build: Callable[..., Any]) -> None:
    chat = thing(usage=thing(tokens={"type": "integer"}), tool_calls={"items": thing(id=TEXT)})
    built = build({"Chat": chat})
    assert set(built.names.classes.values()) == {"Chat", "ChatUsage", "ChatToolCall"}
    assert {module.name for module in built.names.modules} == {"chat"}
    text = built.files["models/chat.py"]
    assert text.index("class ChatUsage") < text.index("class Chat(")
    assert '"' not in text.partition("\n")[2]


def test_circles_share_a_module_and_quote_only_what_follows(build: Callable[..., Any]) -> None:
    built = build({"A": thing(b=ref("B")), "B": thing(a=ref("A"), c=ref("C")), "C": thing(d=TEXT)})
    assert [module.name for module in built.names.modules] == ["a", "c"]
    text = built.files["models/a.py"]
    assert 'b: "B | None" = None' in text
    assert "a: A | None = None" in text
    assert "from .c import C" in text


def test_a_new_operation_renames_nothing(build: Callable[..., Any]) -> None:
    schemas = {"Chat": thing(usage=thing(tokens={"type": "integer"}))}
    before = build(schemas).names.classes
    after = build(schemas, thing(Usage=thing(a=TEXT), chat=thing(usage=TEXT))).names.classes
    assert before.items() <= after.items()


def test_defaults_of_the_document(build: Callable[..., Any]) -> None:
    model = build(AWKWARD).models.Defaults()
    assert (model.flag, model.word, model.number, model.choice) == (True, 'a"b', 1, "b")
    assert (model.wrong, model.many) == (None, None)
    assert model.to_dict() == {}


def test_params_take_wire_names(build: Callable[..., Any]) -> None:
    item = {
        **thing(
            createdAt={"type": "string", "format": "date-time"},
            id={**TEXT, "readOnly": True},
            inner=ref("Odd"),
        ),
        "required": ["createdAt"],
    }
    odd = thing(**{"x-y": TEXT, "list": {"type": "array", "items": ref("Item")}})
    built = build({"Item": item, "Odd": odd}, thing(items={"type": "array", "items": ref("Item")}))
    params = built.params
    assert set(params.__all__) == {"ItemParam", "OddParam"}
    assert set(params.ItemParam.__annotations__) == {"createdAt", "inner"}
    assert set(params.OddParam.__annotations__) == {"x-y", "list"}
    hint = params.ItemParam.__annotations__["createdAt"]
    assert "Required[datetime | str]" in str(hint)
    assert typing.is_typeddict(params.OddParam)


def test_dictionaries_of_what_is_called_a_parameter(build: Callable[..., Any]) -> None:
    built = build(
        {"ToolParam": thing(a=TEXT), "Tool": thing(a=TEXT)},
        thing(x=ref("ToolParam"), y=ref("Tool")),
    )
    assert set(built.params.__all__) == {"ToolParam", "ToolParamDict"}


def test_the_body_itself_needs_no_dictionary(build: Callable[..., Any]) -> None:
    assert build({"Body": thing(a=TEXT)}, ref("Body")).names.params == {}


def test_models_are_imported_when_used(build: Callable[..., Any]) -> None:
    built = build({"A": thing(a=TEXT), "B": thing(b=TEXT)})
    models = built.models
    assert f"{built.package}.models.a" not in sys.modules
    assert models.A(a="x").a == "x"
    assert f"{built.package}.models.a" in sys.modules
    assert f"{built.package}.models.b" not in sys.modules
    assert "B" in dir(models)
    with pytest.raises(AttributeError, match="has no attribute 'C'"):
        _ = models.C


def test_requests_are_made_without_what_only_responses_have(build: Callable[..., Any]) -> None:
    text = {"type": "string"}
    user = {
        "type": "object",
        "properties": {"userId": {**text, "readOnly": True}, "name": text},
        "required": ["userId", "name"],
    }
    built = build({"User": user}, {"type": "object", "properties": {"owner": {"$ref": _USER}}})
    assert 'user_id: Annotated[str, Alias("userId")] = read_only' in built.files["models/user.py"]
    made = built.models.User(name="a")
    assert made.user_id is None
    assert made.to_dict() == {"name": "a"}
    assert built.models.User.model_validate({"userId": "1", "name": "a"}).user_id == "1"
    assert "userId" not in built.files["params.py"]


_USER = "#/components/schemas/User"


def test_a_module_does_not_hide_its_class(build: Callable[..., Any]) -> None:
    built = build({"日本語": thing(a=TEXT), "Other": thing(b=ref("日本語"))})
    assert "models/日本語_.py" in built.files
    assert type(built.models.Other.model_validate({"b": {"a": "x"}}).b) is built.models.日本語


def test_names_that_no_pattern_matches_may_hold_anything(build: Callable[..., Any]) -> None:
    service = thing(port={"type": "integer"})
    services = {"type": "object", "patternProperties": {"^x-": ref("Service")}}
    built = build({"Service": service, "Holder": thing(services=services), "Named": services})
    data = {"services": {"note": "text", "x-a": {"port": 1}, "n": 5}}
    read = built.models.Holder.model_validate(data)
    assert type(read.services["x-a"]) is built.models.Service
    assert list(read.services) == ["note", "x-a", "n"]
    assert read.to_dict() == data
    with pytest.raises(ValidationError):
        built.models.Holder.model_validate({"services": {"note": 1, "x-a": {"port": "1"}}})
    assert TypeAdapter(built.models.Named).validate_python({"note": 1}) == {"note": 1}


def test_patterns_beside_properties_and_other_members(build: Callable[..., Any]) -> None:
    both = thing(a=TEXT) | {
        "patternProperties": {"^x-": TEXT},
        "additionalProperties": {"type": "integer"},
    }
    built = build({"Both": both})
    data = {"a": "1", "x-b": "2", "c": 3}
    assert built.models.Both.model_validate(data).to_dict() == data
