# Generated from Composition 0.0.1 by twinspec; changes are lost.

from typing_extensions import TypeAliasType

from .._runtime.models import Number

JsonValue = TypeAliasType(
    "JsonValue", "str | Number | bool | list[JsonValue] | dict[str, JsonValue] | None"
)
