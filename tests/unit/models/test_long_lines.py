"""What is too long for a line is broken where both formatters break it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import black
import pytest
from black.mode import TargetVersion

from generator.files import GeneratedFile
from generator.targets.python.format import format_files
from generator.targets.python.model_layout import declaration, quoted_alias

if TYPE_CHECKING:
    from collections.abc import Callable

_MODE = black.Mode(line_length=100, target_versions={TargetVersion.PY311})
_LONG = ("SomethingWithQuiteALongName", "AnotherThingWithALongName", "TheThirdOfTheseLongNames")


def _is_stable(text: str) -> bool:
    (formatted,) = format_files([GeneratedFile("module.py", text)], "ruff")
    return formatted.text == black.format_str(formatted.text, mode=_MODE)


def _recursive() -> dict[str, Any]:
    """Three schemas whose ``parts`` hold each other."""
    union = {"anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in _LONG]}
    return {
        name: {
            "type": "object",
            "required": [f"kind{number}"],
            "properties": {
                f"kind{number}": {"const": number},
                "first": union,
                "parts": {
                    "type": ["object", "null"],
                    "additionalProperties": {"type": "array", "items": union},
                },
            },
        }
        for number, name in enumerate(_LONG)
    }


def test_long_quoted_fields(build: Callable[..., Any]) -> None:
    built = build(_recursive())
    text = next(
        text
        for path, text in built.files.items()
        if path.startswith("models/s") and "parts" in text
    )
    assert _is_stable(text)
    inner = {"kind1": 1, "parts": None}
    value = {"kind0": 0, "first": inner, "parts": {"a": [inner, {"kind2": 2}]}}
    model = built.models.SomethingWithQuiteALongName.model_validate(value)
    assert type(model.first).__name__ == "AnotherThingWithALongName"
    assert type(model.parts["a"][1]).__name__ == "TheThirdOfTheseLongNames"


@pytest.mark.parametrize(
    "annotation",
    [
        "str | int",
        " | ".join(f"models.{name} | {name}Param" for name in _LONG),
        "Mapping[str, {}]".format(" | ".join(f"models.{name} | {name}Param" for name in _LONG)),
        f"models.{'Quite' * 18}LongName",
        f"Mapping[str, models.{'Quite' * 12}LongName]",
    ],
)
def test_long_aliases(annotation: str) -> None:
    text = f"from typing import TypeAlias, Union\n\n{quoted_alias('Anything', annotation)}\n"
    assert _is_stable(text)
    assert all(arm in text for arm in annotation.replace("|", " ").split())


@pytest.mark.parametrize("length", range(30, 80))
def test_long_annotated_fields(length: int) -> None:
    annotation = f'Annotated[list[{"L" * length}] | None, Alias("things")]'
    field = declaration("things_of_all", annotation, "None")
    text = f"from typing import Annotated\n\n\nclass Thing:\n    {field}\n"
    assert _is_stable(text)
    assert "(\n        None" not in text
