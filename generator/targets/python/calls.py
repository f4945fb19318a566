"""Methods of the client as text: signatures, overloads and the call each makes."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from ...frozen import dataclass
from .annotations import Place, annotate
from .brackets import bracketed, display
from .choices import CHOICE, all_arguments, choices, sent_as
from .descriptors import RUNTIME, result_annotation
from .events import any_event
from .literals import literal
from .model_layout import parameter
from .naming import unique
from .sent_values import body_expression, value_expression
from .types import NONE, UnionOf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .choices import Choice
    from .imports import Imports
    from .model_names import ModelNames
    from .plan import Argument, Method
    from .types import PyType

BODIES = "._runtime.bodies"
_GROUPS = (("path", "path"), ("query", "query"), ("headers", "header"), ("cookies", "cookie"))


@dataclass(frozen=True, slots=True)
class MethodText:
    """A method of one class: signatures of its overloads, its own signature, and its statement."""

    overloads: tuple[str, ...]
    signature: str
    statement: str


@dataclass(frozen=True, slots=True)
class SharedTexts:
    """What the synchronous and the asynchronous class of a resource have in common, by call.

    The parameters of each method, and the arguments of the call that it makes.
    """

    parameters: dict[str, list[str]] = field(default_factory=dict)
    arguments: dict[str, list[str]] = field(default_factory=dict)


class CallWriter:
    """Writes the methods of one resource class, sync or async.

    ``shadowed`` are attributes of the class that are called like builtins; ``shared`` and ``imports`` are
    those of both classes.
    """

    def __init__(
        self,
        names: ModelNames,
        imports: Imports,
        shadowed: frozenset[str],
        shared: SharedTexts,
        *,
        is_async: bool,
    ) -> None:
        self._shared = shared
        self._names = names
        self._imports = imports
        self._shadowed = shadowed
        self._is_async = is_async

    def write(self, method: Method, constant: str) -> MethodText:
        """Return the text of ``method``, whose descriptor is ``constant``."""
        function, result = self._outcome(method)
        arguments = [*self._parameters(method)]
        if not method.has_choice:
            return MethodText(
                self._overloads(method, method.arguments, ()),
                self._signature(method, arguments, result),
                self._statement(method, constant, function),
            )
        found = choices(method)
        kind = self._choice_type(found[0]) if len(found) == 1 else "str"
        arguments.append(self._choice(kind, is_optional=True))
        signatures = self._choices(method, found, result)
        signature = self._signature(method, arguments, result)
        if method.body is not None and method.body.is_open and not method.other_bodies:
            statement = self._statement(method, constant, function)
            return MethodText(signatures, signature, statement)
        variable = unique("request_body", {one.name for one in all_arguments(method)})
        statement = self._statement(method, constant, function, variable)
        return MethodText(
            signatures, signature, f"{self._chosen_body(method, variable)}\n        {statement}"
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
        return self._stream_of(any_event(method))

    def _stream_of(self, event: PyType) -> str:
        text = result_annotation(event, self._names, self._imports, self._shadowed)
        return f"{self._prefixed('Stream')}[{text}]"

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

    def _parameters(self, method: Method) -> list[str]:
        """Return the method's arguments as they are declared."""
        known = self._shared.parameters
        if method.call not in known:
            known[method.call] = self._arguments(all_arguments(method))
        return known[method.call]

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
        if switch is None and not method.other_events:
            return ()
        self._imports.add("typing", "overload")
        self._imports.add("typing", "Literal", typing_only=True)
        if switch is None:
            variants = [*self._streams(method, {}), ({}, self._stream(method))]
            return self._variants(method, arguments, variants, more)
        name = switch.name
        nullable = isinstance(switch.type, UnionOf) and NONE in switch.type.members
        null = " | None" if nullable else ""
        omitted = "" if switch.required else " | Omit"
        default = "" if switch.required else " = omit"
        result = result_annotation(method.result, self._names, self._imports, self._shadowed)
        off, on, kind = "Literal[False]", "Literal[True]", "bool"
        if method.switch_values:
            value, *others = map(literal, method.switch_values)
            off, on = f"Literal[{', '.join(others)}]", f"Literal[{value}]"
            kind = f"Literal[{', '.join((value, *others))}]"
        variants = [
            ({name: f"{name}: {off}{null}{omitted}{default}"}, result),
            *self._streams(method, {name: f"{name}: {on}"}),
        ]
        either = f"{name}: {kind}{null}{omitted}{default}"
        if plain := _without_headers(method):
            variants.append(({name: either, **plain}, f"{result} | {self._plain_stream(method)}"))
        variants.append(({name: either}, f"{result} | {self._stream(method)}"))
        return self._variants(method, arguments, variants, more)

    def _streams(
        self, method: Method, switched: dict[str, str]
    ) -> Iterator[tuple[dict[str, str], str]]:
        """Yield the arguments that ask for a stream, as they are written, with what it is."""
        for one in method.other_events:
            text = f"{one.argument}: Literal[{literal(one.value)}]"
            yield {**switched, one.argument: text}, self._stream_of(one.type)
        plain = _without_headers(method)
        if plain or not method.other_events:
            yield {**switched, **plain}, self._plain_stream(method)

    def _plain_stream(self, method: Method) -> str:
        """Return the stream of a request without headers that choose its events."""
        assert method.event is not None  # noqa: S101 -- asked by the callers
        return self._stream_of(method.event)

    def _variants(
        self,
        method: Method,
        arguments: tuple[Argument, ...],
        variants: Iterable[tuple[dict[str, str], str]],
        more: tuple[str, ...],
    ) -> tuple[str, ...]:
        return tuple(
            self._signature(method, [*self._arguments(arguments, replaced), *more], returned)
            for replaced, returned in variants
        )

    def _choice_type(self, choice: Choice) -> str:
        if choice.is_open:
            return "str"
        self._imports.add("typing", "Literal", typing_only=True)
        return f"Literal[{', '.join(map(literal, choice.media_types))}]"

    def _choices(self, method: Method, found: tuple[Choice, ...], result: str) -> tuple[str, ...]:
        """One signature for each way to send the body, or as many as it takes to tell streams apart."""
        signatures: list[str] = []
        for choice in found:
            more = self._choice(self._choice_type(choice), is_optional=choice.is_default)
            signatures += self._overloads(method, choice.arguments, (more,)) or (
                self._signature(method, [*self._arguments(choice.arguments), more], result),
            )
        if len(signatures) == 1:
            return ()
        self._imports.add("typing", "overload")
        return tuple(signatures)

    def _choice(self, kind: str, *, is_optional: bool) -> str:
        if not is_optional:
            return parameter(CHOICE, kind)
        self._imports.add(RUNTIME, "omit")
        self._imports.add(RUNTIME, "Omit", typing_only=True)
        return parameter(CHOICE, f"{kind} | Omit", "omit")

    # Statements

    def _chosen_body(self, method: Method, variable: str) -> str:
        """Make the body that the caller chose, the first where nothing was chosen."""
        bodies = sent_as(method)
        default, *others = bodies
        lines = []
        if not any(body.is_open for body in bodies.values()):
            check = self._imports.add(RUNTIME, "check_choice")
            lines.append(bracketed(f"{check}(", [CHOICE, *map(literal, bodies)], ")", indent=8))
        lines.append(f"{variable}: {self._imports.add(BODIES, 'Body', typing_only=True)}")
        first = len(lines)
        for media_type in sorted(others, key=lambda name: bodies[name].is_open):
            body = bodies[media_type]
            condition = f"{CHOICE} == {literal(media_type)}"
            if body.is_open:  # whatever is none of the others
                if body is bodies[default] or media_type != body.media_type:
                    continue
                self._imports.add(RUNTIME, "Omit")
                taken = bodies[default].media_types
                other = f"!= {literal(taken[0])}" if len(taken) == 1 else f"not in {taken!r}"
                condition = f"not isinstance({CHOICE}, Omit) and {CHOICE} {other}"
            keyword = "elif" if len(lines) > first else "if"
            lines += [
                f"{keyword} {condition}:",
                f"    {variable} = {body_expression(body, self._imports, media_type)}",
            ]
        lines += ["else:", f"    {variable} = {body_expression(bodies[default], self._imports)}"]
        return "\n        ".join(lines)

    def _statement(self, method: Method, constant: str, function: str, variable: str = "") -> str:
        """Return the call that the method makes; the body is in a variable, or made in place."""
        known = self._shared.arguments
        if method.call not in known:
            known[method.call] = self._sent(method, constant, function, variable)
        await_ = "await " if self._is_async and method.pages is None else ""
        return bracketed(f"return {await_}self.{function}(", known[method.call], ")", indent=8)

    def _sent(self, method: Method, constant: str, function: str, variable: str) -> list[str]:
        items = [constant]
        if function == "_call_or_stream":
            switch = method.switch_argument
            is_on = [f"{switch} == {literal(one)}" for one in method.switch_values[:1]]
            items.append(f"stream={is_on[0] if is_on else f'bool({switch})'}")
        for keyword, place in _GROUPS:
            places = {place, "querystring"} if place == "query" else {place}
            pairs = [
                f"{literal(one.wire_name)}: {value_expression(one, self._imports)}"
                for one in method.arguments
                if one.place in places
            ]
            if pairs:
                items.append(f"{keyword}={display('{}', pairs, indent=12)}")
        if method.body is not None:
            items.append(f"body={variable or body_expression(method.body, self._imports)}")
        items.append("options=options")
        return items


def _without_headers(method: Method) -> dict[str, str]:
    """Return the headers that choose events, as arguments that are left out; none if one is needed."""
    names = {one.argument for one in method.other_events}
    chosen = [one for one in method.arguments if one.name in names]
    if any(one.required for one in chosen):
        return {}
    return {one.name: f"{one.name}: Omit = omit" for one in chosen}


def _count_of_paths(method: Method) -> int:
    return sum(1 for argument in method.arguments if argument.place == "path")
