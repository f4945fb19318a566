"""The tests of the generated project: for each kind of request one operation, and what it must send."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from ...analyze.responses import base_type
from ...frozen import dataclass
from . import wire
from .brackets import Bracketed, laid_out
from .choices import CHOICE, ordered
from .expressions import expression, headed
from .literals import literal
from .sample_calls import SampleCall, SentParts, Upload
from .types import ANY, DictOf, Generated, ListOf, TupleOf, UnionOf

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from ...ir.values import JsonValue
    from .brackets import Expression
    from .plan import Argument, BodyPlan, Method
    from .sample_calls import CallSampler, Value
    from .types import PyType

_MOST = 40  # requests
_MOST_OPTIONAL = {"parameter": 40, "Json": 3}  # arguments; of other bodies:
_MOST_FIELDS = 6
_CONTENT = "content"
_MEDIA_TYPES = {
    "report.pdf": "application/pdf",
    "photo.png": "image/png",
    "speech.mp3": "audio/mpeg",
    "clip.mp4": "video/mp4",
    "notes.txt": "text/plain",
}
Fields = list[tuple[str, "Expression"]]


@dataclass(frozen=True, slots=True)
class _Variant:
    """A method with one of the ways to send its body; ``content_type`` where it must be said."""

    method: Method
    content_type: str = ""


class RequestCases:
    """Chooses the operations that stand for all others, and writes down their requests."""

    def __init__(self, calls: CallSampler) -> None:
        self._calls = calls

    def cases(self, methods: Iterable[Method]) -> Iterator[str]:
        """Yield an expression for each case."""
        seen: set[Hashable] = set()
        count = 0
        for method in methods:
            if method.operation.deprecated or {"?", "#"} & {*method.operation.path}:
                continue
            for variant in _variants(method):
                if count == _MOST:
                    return
                features = set(_features(variant.method))
                if features <= seen:
                    continue
                case = self._case(variant)
                if case is not None:
                    seen |= features
                    count += 1
                    yield case

    def _case(self, variant: _Variant) -> str | None:
        call = self._calls.whole(_reduced(variant.method))
        if call is None or call.is_streamed:
            return None
        sent = _Sent(call)
        fields = sent.fields()
        if fields is None:
            return None
        arguments = [headed(f"{literal(name)}: ", value) for name, value in sent.arguments]
        if variant.content_type:
            arguments.append(f"{literal(CHOICE)}: {literal(variant.content_type)}")
        return case_of(variant.method, arguments, fields)


def _variants(method: Method) -> Iterator[_Variant]:
    yield _Variant(method)
    common = [one for one in method.arguments if one.place not in {"property", "body"}]
    for body in method.other_bodies:
        arguments = ordered((*common, *body.arguments))
        other = replace(method, body=body, arguments=arguments, other_bodies=())
        yield _Variant(other, body.media_type)


def _reduced(method: Method) -> Method:
    """Return the method without most of the arguments that may be left out."""
    kept: list[Argument] = []
    room = {
        True: _MOST_OPTIONAL.get(method.body.kind if method.body else "", _MOST_FIELDS),
        False: _MOST_OPTIONAL["parameter"],
    }
    for argument in method.arguments:
        in_body = argument.place in {"property", "body"}
        if not argument.required and argument.place != "path":
            if argument.deprecated or not room[in_body] or argument.place == "accept":
                continue
            if in_body and _shape(argument.type) == "object":
                continue
            room[in_body] -= 1
        kept.append(argument)
    return replace(method, arguments=tuple(kept))


def _features(method: Method) -> Iterator[Hashable]:
    """Yield what is particular to the request of a method."""
    yield method.operation.method
    for argument in method.arguments:
        parameter = argument.parameter
        if parameter is not None:
            shape = _shape(argument.type)
            explode = parameter.explode and shape != "scalar"
            kind = (parameter.style, explode, base_type(parameter.content_type))
            yield (parameter.location, shape, *kind, parameter.allow_reserved)
        elif method.body is not None and method.body.kind in {"Form", "Multipart"}:
            yield (method.body.kind, _shape(argument.type), argument.is_file)
    if method.body is not None:
        yield (method.body.kind, method.body.media_type, method.body.flattened)


def _shape(kind: PyType) -> Literal["scalar", "list", "object"]:
    kinds = kind.members if isinstance(kind, UnionOf) else (kind,)
    if any(isinstance(one, ListOf | TupleOf) for one in kinds):
        return "list"
    if any(isinstance(one, DictOf | Generated) or one == ANY for one in kinds):
        return "object"
    return "scalar"


class _Sent:
    """The request that a call must lead to; ``arguments`` are those whose text is prescribed."""

    def __init__(self, call: SampleCall) -> None:
        self._call = call
        self.arguments: list[tuple[str, Expression]] = []

    def fields(self) -> Fields | None:
        """Return method, target, headers and body, ``None`` where something required is left open."""
        operation = self._call.method.operation
        path, pairs, cookies = operation.path, list[str](), list[str]()
        headers: dict[str, str] = {}
        in_body: list[tuple[Argument, Value]] = []
        for argument, value in self._call.values:
            if argument.place in {"property", "body"}:
                in_body.append((argument, value))
                continue
            parameter = argument.parameter
            if parameter is None or isinstance(value, Upload | SentParts):
                return None
            text: str | None = None
            if parameter.location == "path":
                text = wire.path(parameter, value)
                path = path.replace(f"{{{parameter.name}}}", text or "")
            elif parameter.location == "query":
                found = wire.query(parameter, value)
                pairs += found or ()
                text = "&".join(found) if found else None
            elif parameter.location == "header":
                text = wire.header(parameter, value)
                if text is not None:
                    headers[parameter.name.lower()] = text
            elif parameter.location == "cookie":
                text = wire.cookie(parameter, value)
                cookies += [text] if text else ()
            if text is not None:
                self.arguments.append((argument.name, python_of(value)))
            elif argument.required:
                return None
        if "{" in path:
            return None
        if cookies:
            headers["cookie"] = "; ".join(cookies)
        target = f"{path}?{'&'.join(pairs)}" if pairs else path
        body = self._body(self._call.method.body, in_body)
        if body is None:
            return None
        fields: Fields = [("method", literal(operation.method)), ("target", literal(target))]
        if headers:
            members = tuple(f"{literal(name)}: {literal(text)}" for name, text in headers.items())
            fields.append(("headers", Bracketed("{", members, "}", is_display=True)))
        return [*fields, *body]

    def _body(self, body: BodyPlan | None, values: list[tuple[Argument, Value]]) -> Fields | None:
        if body is None or not (values or body.required):
            return []
        if body.is_open:
            return None
        order = {argument.wire_name: at for at, argument in enumerate(body.arguments)}
        values = sorted(values, key=lambda one: order.get(one[0].wire_name, 0))
        media: Fields = [("media_type", literal(base_type(body.media_type)))]
        found: Fields | None = None
        match body.kind:
            case "Json":
                found = self._json(body, values)
            case "Form":
                found = self._form(body, values)
            case "Multipart":
                found = self._multipart(body, values)
            case "Raw":
                found = self._raw(values)
            case "JsonLines":
                found = self._lines(values)
        return None if found is None else [*media, *found]

    def _json(self, body: BodyPlan, values: list[tuple[Argument, Value]]) -> Fields | None:
        data: JsonValue = {}
        for argument, value in values:
            if isinstance(value, Upload | SentParts):
                return None
            self.arguments.append((argument.name, python_of(value)))
            if not body.flattened:
                data = value
            elif isinstance(data, dict):
                data[argument.wire_name] = value
        return [("json", python_of(data))] if data else None

    def _form(self, body: BodyPlan, values: list[tuple[Argument, Value]]) -> Fields | None:
        if not body.flattened:
            return None
        pairs: list[tuple[str, str]] = []
        encoded = {encoding.property_name for encoding in body.media.encodings}
        for argument, value in values:
            is_open = isinstance(value, Upload | SentParts) or argument.wire_name in encoded
            found = None if is_open else wire.form([(argument.wire_name, value)])  # type: ignore[list-item]  # no upload
            if found is not None:
                self.arguments.append((argument.name, python_of(value)))
                pairs += found
            elif argument.required:
                return None
        items = tuple(f"({literal(name)}, {literal(text)})" for name, text in pairs)
        return [("form", Bracketed("[", items, "]", is_display=True))] if items else None

    def _multipart(self, body: BodyPlan, values: list[tuple[Argument, Value]]) -> Fields | None:
        if not body.flattened or base_type(body.media_type) != "multipart/form-data":
            return None
        encoded = {encoding.property_name for encoding in body.media.encodings}
        text = ""
        for argument, value in values:
            found: str | None = None
            if isinstance(value, Upload):
                media_type = _MEDIA_TYPES[value.name]
                found = wire.file_part(argument.wire_name, value.name, media_type, _CONTENT)
            elif not isinstance(value, SentParts) and argument.wire_name not in encoded:
                found = wire.part(argument.wire_name, value)
            if found is not None:
                self.arguments.append((argument.name, python_of(value)))
                text += found
            elif argument.required:
                return None
        text += f"--{wire.BOUNDARY}--\r\n"
        # Adjacent literals: a line of the body on a line of its own. Those of bytes hold ASCII only.
        mark, encoded_as = ("b", "") if text.isascii() else ("", ".encode()")
        lines = [f"{mark}{literal(line)}" for line in text.splitlines(keepends=True)]
        joined = "\n            ".join(lines)
        content = f"(\n            {joined}\n        ){encoded_as}"
        return [("content", content)] if self.arguments else None

    def _raw(self, values: list[tuple[Argument, Value]]) -> Fields | None:
        for argument, value in values:
            content = _CONTENT if isinstance(value, Upload) else value
            if not isinstance(content, str):
                return None
            given = f'b"{_CONTENT}"' if isinstance(value, Upload) else literal(content)
            self.arguments.append((argument.name, given))
            return [("content", _bytes(content))]
        return None

    def _lines(self, values: list[tuple[Argument, Value]]) -> Fields | None:
        for argument, value in values:
            if isinstance(value, Upload) or not isinstance(value, list):
                return None
            self.arguments.append((argument.name, python_of(value)))
            return [("content", _bytes("".join(f"{wire.json_text(item)}\n" for item in value)))]
        return None


def case_of(method: Method, arguments: Iterable[Expression], fields: Fields) -> str:
    """Return a case as the expression that stands in a list of them."""
    items: Fields = [
        ("call", literal(method.call)),
        ("arguments", Bracketed("{", tuple(arguments), "}", is_display=True)),
        *fields,
    ]
    case = Bracketed("Case(", tuple(headed(f"{name}=", value) for name, value in items), ")")
    return laid_out(case, indent=4)


def python_of(value: Value) -> Expression:
    """Return a value as an expression; files are tuples of name, content and media type."""
    return expression(value, _file)


def argument_of(method: Method, argument: Argument, value: Value) -> Expression:
    """Return an argument as an item of a dictionary; a body that is a file is nothing but its bytes."""
    is_whole = argument.place == "body" and method.body is not None and method.body.kind == "Raw"
    if is_whole and isinstance(value, Upload):
        return f"{literal(argument.name)}: {_bytes(_CONTENT)}"
    return headed(f"{literal(argument.name)}: ", python_of(value))


def _file(name: str) -> str:
    return f'({literal(name)}, b"{_CONTENT}", {literal(_MEDIA_TYPES[name])})'


def _bytes(text: str) -> str:
    """Return the UTF-8 bytes of a text as a literal."""
    if text.isascii():
        return f"b{literal(text)}"
    return f"{literal(text)}.encode()"
