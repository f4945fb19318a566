"""What a method of the client sends, as expressions: values of parameters, and bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analyze.responses import is_json
from ...ir.schemas import ConstSchema
from ...ir.values import ABSENT
from .brackets import bracketed, display
from .choices import CHOICE
from .descriptors import RUNTIME
from .literals import literal
from .types import ANY, LiteralOf, Symbol, UnionOf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...ir.operations import Encoding, Parameter
    from .imports import Imports
    from .plan import Argument, BodyPlan

_DEFAULT_STYLES = {
    "path": ("simple", False),
    "query": ("form", True),
    "querystring": ("form", True),
    "header": ("simple", False),
    "cookie": ("form", True),
}
_BODY_DEFAULTS = {
    "Json": "application/json",
    "JsonLines": "application/jsonl",
    "Form": "application/x-www-form-urlencoded",
    "Multipart": "multipart/form-data",
    "Raw": "application/octet-stream",
}


def value_expression(argument: Argument, imports: Imports) -> str:
    """Return the expression of what is sent of an argument."""
    parameter = argument.parameter
    if parameter is None:
        return argument.name
    if parameter.location == "querystring":
        imports.add(RUNTIME, "whole_query")
        is_form = parameter.content_type in {"", _BODY_DEFAULTS["Form"]}
        media_type = "" if is_form else f", {literal(parameter.content_type)}"
        return f"whole_query({argument.name}{media_type})"
    if parameter.content_type:
        if not is_json(parameter.content_type):
            return argument.name
        imports.add(RUNTIME, "json_text")
        return f"json_text({argument.name})"
    options = _style_options(parameter, argument)
    if not options:
        return argument.name
    imports.add(RUNTIME, "styled")
    return f"styled({', '.join((argument.name, *options))})"


def body_expression(body: BodyPlan, imports: Imports, media_type: str = "") -> str:
    """Return the expression that makes a body, as the first of its media types or another."""
    imports.add(RUNTIME, body.kind)
    media_type = media_type or body.media_type
    pairs = [f"{literal(one.wire_name)}: {one.name}" for one in body.arguments]
    options: list[str] = []
    if body.kind in {"Form", "Multipart"} and body.media.encodings:
        options.append(f"encoding={_encoding(body.media.encodings, imports)}")
    if body.is_open:
        options += [literal(", ".join(body.media_types)), CHOICE]
    elif media_type != _BODY_DEFAULTS[body.kind]:
        keyword = "" if body.kind in {"Raw", "JsonLines"} else "media_type="
        options.append(f"{keyword}{literal(media_type)}")
    if body.flattened and not body.required:
        options.append("optional=True")
    if not body.flattened:
        return bracketed(f"{body.kind}(", ["body", *options], ")", indent=12)
    members = display("{}", pairs, indent=16)
    if not options and "\n" in members:
        return f"{body.kind}(\n{' ' * 16}{members}\n{' ' * 12})"
    return bracketed(f"{body.kind}(", [members, *options], ")", indent=12)


def _encoding(encodings: Iterable[Encoding], imports: Imports) -> str:
    imports.add(RUNTIME, "PartEncoding")
    pairs = []
    for one in encodings:
        options = [f"content_type={literal(one.content_type)}"] if one.content_type else []
        if one.style is not None:
            options.append(f"style={literal(one.style)}")
        if one.explode is not None:
            options.append(f"explode={one.explode}")
        if one.allow_reserved:
            options.append("allow_reserved=True")
        if headers := _header_values(one):
            options.append(f"headers={display('{}', headers, indent=16)}")
        pairs.append(f"{literal(one.property_name)}: PartEncoding({', '.join(options)})")
    return display("{}", pairs, indent=16)


def _header_values(encoding: Encoding) -> list[str]:
    """Return the headers of a part that have one value, or one that is sent where nothing else is."""
    found = []
    for header in encoding.headers:
        schema = header.schema
        value = schema.value if isinstance(schema, ConstSchema) else schema.annotations.default
        if value is not ABSENT and value is not None and header.name.lower() != "content-type":
            found.append(f"{literal(header.name)}: {literal(value)}")
    return found


def _style_options(parameter: Parameter, argument: Argument) -> list[str]:
    """Return what has to be said of a parameter's style: nothing for its location's default."""
    style, explode = _DEFAULT_STYLES[parameter.location]
    differs = parameter.explode != explode and not _is_scalar(argument)
    if parameter.style == style and not differs and not parameter.allow_reserved:
        return []
    options = [literal(parameter.style)]
    if parameter.explode != (parameter.style in {"form", "deepObject", "cookie"}):
        options.append(f"explode={parameter.explode}")
    if parameter.allow_reserved:
        options.append("allow_reserved=True")
    return options


def _is_scalar(argument: Argument) -> bool:
    """Whether arrays and objects are out of the question, for which alone ``explode`` counts."""
    kinds = argument.type.members if isinstance(argument.type, UnionOf) else (argument.type,)
    return all(isinstance(kind, Symbol | LiteralOf) and kind != ANY for kind in kinds)
