"""Methods of the client as text: signatures, overloads and the call each makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analyze.responses import is_json
from ...ir.frozen import dataclass
from .annotations import Place, annotate
from .brackets import bracketed, display
from .choices import CHOICE, all_arguments, choices, sent_as
from .descriptors import RUNTIME, result_annotation
from .literals import literal
from .model_layout import parameter
from .naming import unique
from .types import ANY, NONE, LiteralOf, Symbol, UnionOf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...ir.operations import Encoding, Parameter
    from .imports import Imports
    from .model_names import ModelNames
    from .plan import Argument, BodyPlan, Method

_DEFAULT_STYLES = {
    "path": ("simple", False),
    "query": ("form", True),
    "querystring": ("form", True),
    "header": ("simple", False),
    "cookie": ("form", True),
}
BODIES = "._runtime.bodies"
_GROUPS = (("path", "path"), ("query", "query"), ("headers", "header"), ("cookies", "cookie"))


@dataclass(frozen=True, slots=True)
class MethodText:
    """A method of one class: signatures of its overloads, its own signature, and its statement."""

    overloads: tuple[str, ...]
    signature: str
    statement: str


class CallWriter:
    """Writes the methods of one resource class, sync or async.

    ``shadowed`` are attributes of the class that are called like builtins.
    """

    def __init__(
        self, names: ModelNames, imports: Imports, shadowed: frozenset[str], *, is_async: bool
    ) -> None:
        self._names = names
        self._imports = imports
        self._shadowed = shadowed
        self._is_async = is_async

    def write(self, method: Method, constant: str) -> MethodText:
        """Return the text of ``method``, whose descriptor is ``constant``."""
        function, result = self._outcome(method)
        arguments = self._arguments(all_arguments(method))
        if not method.has_choice:
            body = f"body={self._body(method.body)}" if method.body is not None else ""
            return MethodText(
                self._overloads(method, method.arguments, ()),
                self._signature(method, arguments, result),
                self._statement(method, constant, function, body),
            )
        arguments.append(self._choice("str", is_optional=True))
        variable = unique("request_body", {one.name for one in all_arguments(method)})
        statement = self._statement(method, constant, function, f"body={variable}")
        return MethodText(
            self._choices(method, result),
            self._signature(method, arguments, result),
            f"{self._chosen_body(method, variable)}\n        {statement}",
        )

    def _prefixed(self, name: str, *, typing_only: bool = True) -> str:
        text = f"Async{name}" if self._is_async else name
        return self._imports.add(RUNTIME, text, typing_only=typing_only)

    def _outcome(self, method: Method) -> tuple[str, str]:
        """Return the method of the base class to call and the annotation of what it returns."""
        result = result_annotation(method.result, self._names, self._imports, self._shadowed)
        if method.pages is not None:
            item = result_annotation(method.pages.item, self._names, self._imports, self._shadowed)
            return "_paginate", f"{self._prefixed('Page')}[{item}, {result}]"
        if method.event is None:
            return "_call", result
        stream = self._stream(method)
        if not method.switch_argument:
            return "_stream", stream
        return "_call_or_stream", f"{result} | {stream}"

    def _stream(self, method: Method) -> str:
        assert method.event is not None  # noqa: S101 -- asked by the callers
        event = result_annotation(method.event, self._names, self._imports, self._shadowed)
        return f"{self._prefixed('Stream')}[{event}]"

    # Signatures

    def _signature(self, method: Method, arguments: list[str], result: str) -> str:
        self._imports.add(RUNTIME, "RequestOptions", typing_only=True)
        self._imports.add("typing", "Unpack", typing_only=True)
        paths = _count_of_paths(method)
        items = ["self", *arguments[:paths]]
        if len(arguments) > paths:
            items += ["*", *arguments[paths:]]
        items.append("**options: Unpack[RequestOptions]")
        # Pages are awaited or iterated by the caller, so that both are one call.
        keyword = "async def" if self._is_async and method.pages is None else "def"
        return bracketed(f"{keyword} {method.name}(", items, f") -> {result}:", indent=4)

    def _arguments(
        self, arguments: Iterable[Argument], replaced: dict[str, str] | None = None
    ) -> list[str]:
        replaced = replaced or {}
        return [replaced.get(argument.name) or self._argument(argument) for argument in arguments]

    def _argument(self, argument: Argument) -> str:
        kind = annotate(
            argument.type, Place.INPUT, self._names, self._imports, shadowed=self._shadowed
        )
        if argument.required:
            return parameter(argument.name, kind)
        self._imports.add(RUNTIME, "omit")
        if kind != "Any":
            kind = f"{kind} | {self._imports.add(RUNTIME, 'Omit', typing_only=True)}"
        return parameter(argument.name, kind, "omit")

    def _overloads(
        self, method: Method, arguments: tuple[Argument, ...], more: tuple[str, ...]
    ) -> tuple[str, ...]:
        """One answer, a stream, or whichever a variable says; none where there is no such switch.

        ``more`` are parameters that stand behind the arguments.
        """
        switch = next((one for one in arguments if one.name == method.switch_argument), None)
        if switch is None:
            return ()
        self._imports.add("typing", "overload")
        self._imports.add("typing", "Literal", typing_only=True)
        name = switch.name
        nullable = isinstance(switch.type, UnionOf) and NONE in switch.type.members
        null = " | None" if nullable else ""
        omitted = "" if switch.required else " | Omit"
        default = "" if switch.required else " = omit"
        result = result_annotation(method.result, self._names, self._imports, self._shadowed)
        stream = self._stream(method)
        variants = (
            (f"{name}: Literal[False]{null}{omitted}{default}", result),
            (f"{name}: Literal[True]", stream),
            (f"{name}: bool{null}{omitted}{default}", f"{result} | {stream}"),
        )
        return tuple(
            self._signature(method, [*self._arguments(arguments, {name: text}), *more], returned)
            for text, returned in variants
        )

    def _choices(self, method: Method, result: str) -> tuple[str, ...]:
        """One signature for each way to send the body, or as many as it takes to tell streams apart."""
        found = choices(method)
        self._imports.add("typing", "Literal", typing_only=True)
        signatures: list[str] = []
        for choice in found:
            values = ", ".join(map(literal, choice.media_types))
            more = self._choice(f"Literal[{values}]", is_optional=choice.is_default)
            signatures += self._overloads(method, choice.arguments, (more,)) or (
                self._signature(method, [*self._arguments(choice.arguments), more], result),
            )
        if len(signatures) == 1:
            return ()
        self._imports.add("typing", "overload")
        return tuple(signatures)

    def _choice(self, kind: str, *, is_optional: bool) -> str:
        if not is_optional:
            return f"{CHOICE}: {kind}"
        self._imports.add(RUNTIME, "omit")
        self._imports.add(RUNTIME, "Omit", typing_only=True)
        return f"{CHOICE}: {kind} | Omit = omit"

    # Statements

    def _chosen_body(self, method: Method, variable: str) -> str:
        """Make the body that the caller chose; the first where it is none of the others."""
        bodies = sent_as(method)
        default, *others = bodies
        lines = [f"{variable}: {self._imports.add(BODIES, 'Body', typing_only=True)}"]
        for position, media_type in enumerate(others):
            keyword = "elif" if position else "if"
            lines.append(f"{keyword} {CHOICE} == {literal(media_type)}:")
            lines.append(f"    {variable} = {self._body(bodies[media_type], media_type)}")
        lines += ["else:", f"    {variable} = {self._body(bodies[default])}"]
        return "\n        ".join(lines)

    def _statement(self, method: Method, constant: str, function: str, body: str) -> str:
        items = [constant]
        if function == "_call_or_stream":
            items.append(f"stream=bool({method.switch_argument})")
        for keyword, place in _GROUPS:
            places = {place, "querystring"} if place == "query" else {place}
            pairs = [
                f"{literal(one.wire_name)}: {self._value(one)}"
                for one in method.arguments
                if one.place in places
            ]
            if pairs:
                items.append(f"{keyword}={display('{}', pairs, indent=12)}")
        if body:
            items.append(body)
        items.append("options=options")
        await_ = "await " if self._is_async and method.pages is None else ""
        return bracketed(f"return {await_}self.{function}(", items, ")", indent=8)

    def _value(self, argument: Argument) -> str:
        parameter = argument.parameter
        if parameter is None:
            return argument.name
        if parameter.location == "querystring":
            self._imports.add(RUNTIME, "whole_query")
            is_form = parameter.content_type in {"", _BODY_DEFAULTS["Form"]}
            media_type = "" if is_form else f", {literal(parameter.content_type)}"
            return f"whole_query({argument.name}{media_type})"
        if parameter.content_type:
            if not is_json(parameter.content_type):
                return argument.name
            self._imports.add(RUNTIME, "json_text")
            return f"json_text({argument.name})"
        options = _style_options(parameter, argument)
        if not options:
            return argument.name
        self._imports.add(RUNTIME, "styled")
        return f"styled({', '.join((argument.name, *options))})"

    def _body(self, body: BodyPlan, media_type: str = "") -> str:
        """Return the expression that makes a body, as the first of its media types or another."""
        self._imports.add(RUNTIME, body.kind)
        media_type = media_type or body.media_type
        pairs = [f"{literal(one.wire_name)}: {one.name}" for one in body.arguments]
        options: list[str] = []
        if body.kind in {"Form", "Multipart"} and body.media.encodings:
            options.append(f"encoding={self._encoding(body.media.encodings)}")
        if media_type != _BODY_DEFAULTS[body.kind]:
            keyword = "" if body.kind in {"Raw", "JsonLines"} else "media_type="
            options.append(f"{keyword}{literal(media_type)}")
        if body.flattened and not body.required:
            options.append("optional=True")
        if not body.flattened:
            return bracketed(f"{body.kind}(", ["body", *options], ")", indent=12)
        if not options:
            return f"{body.kind}({display('{}', pairs, indent=12)})"
        return bracketed(
            f"{body.kind}(", [display("{}", pairs, indent=16), *options], ")", indent=12
        )

    def _encoding(self, encodings: Iterable[Encoding]) -> str:
        self._imports.add(RUNTIME, "PartEncoding")
        pairs = []
        for one in encodings:
            options = [f"content_type={literal(one.content_type)}"] if one.content_type else []
            if one.style is not None:
                options.append(f"style={literal(one.style)}")
            if one.explode is not None:
                options.append(f"explode={one.explode}")
            if one.allow_reserved:
                options.append("allow_reserved=True")
            pairs.append(f"{literal(one.property_name)}: PartEncoding({', '.join(options)})")
        return display("{}", pairs, indent=16)


_BODY_DEFAULTS = {
    "Json": "application/json",
    "JsonLines": "application/jsonl",
    "Form": "application/x-www-form-urlencoded",
    "Multipart": "multipart/form-data",
    "Raw": "application/octet-stream",
}


def _count_of_paths(method: Method) -> int:
    return sum(1 for argument in method.arguments if argument.place == "path")


def _style_options(parameter: Parameter, argument: Argument) -> list[str]:
    """Return what has to be said of a parameter's style: nothing for its location's default."""
    style, explode = _DEFAULT_STYLES[parameter.location]
    differs = parameter.explode != explode and not _is_scalar(argument)
    if parameter.style == style and not differs and not parameter.allow_reserved:
        return []
    options = [literal(parameter.style)]
    if parameter.explode != (parameter.style in {"form", "deepObject"}):
        options.append(f"explode={parameter.explode}")
    if parameter.allow_reserved:
        options.append("allow_reserved=True")
    return options


def _is_scalar(argument: Argument) -> bool:
    """Whether arrays and objects are out of the question, for which alone ``explode`` counts."""
    kinds = argument.type.members if isinstance(argument.type, UnionOf) else (argument.type,)
    return all(isinstance(kind, Symbol | LiteralOf) and kind != ANY for kind in kinds)
