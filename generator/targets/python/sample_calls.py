"""What each operation could be called with: believable arguments, from the document where it has any."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ...analyze.responses import base_type
from ...analyze.words import singular, split_words
from ...frozen import dataclass
from ...ir.schemas import AnySchema, ObjectSchema
from ...ir.values import ABSENT
from .bodies import without_null
from .parts import file_type, parts_of
from .types import FILE_INPUT, STR, ListOf, TupleOf, UnionOf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...ir.operations import MediaType
    from ...ir.schemas import Schema
    from ...ir.values import Absent, JsonValue
    from .lowering import Lowering
    from .parts import Part
    from .plan import Argument, BodyPlan, Method
    from .sample_values import Sampler
    from .types import PyType


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to send, or a list of one: what JSON has no values for."""

    name: str
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class SentParts:
    """Parts of a multipart body by position."""

    items: tuple[JsonValue | Upload, ...]
    is_tuple: bool


Value: TypeAlias = "JsonValue | Upload | SentParts"

_TELLING = (
    "name",
    "title",
    "messages",
    "input",
    "prompt",
    "content",
    "text",
    "message",
    "description",
)
_MOST_SHOWN = 4  # arguments of a body that are optional
# By media type, or by a word of an argument's name.
_FILES = {"image": "photo.png", "audio": "speech.mp3", "video": "clip.mp4", "text": "notes.txt"}
_FILE = "report.pdf"
_IMAGES = ("image", "photo", "picture", "avatar", "icon", "logo", "mask")
_NOTHING: tuple[object, ...] = (None, "", [], {})


@dataclass(frozen=True, slots=True)
class SampleCall:
    """A call of a method: its arguments in their order, with values as they are on the wire."""

    method: Method
    values: tuple[tuple[Argument, Value], ...]
    is_streamed: bool = False


class CallSampler:
    """Makes calls of the methods of one API."""

    def __init__(self, lowering: Lowering, sampler: Sampler) -> None:
        self._lowering = lowering
        self._sampler = sampler

    def plain(self, method: Method) -> SampleCall | None:
        """Return the plainest call: what is required, and something for a body to say.

        ``None`` where a required argument has no value that could be made.
        """
        body = self._flat_body(method.body)
        choices = body.required_any if body is not None else ()
        shown = _Plain(method, self._body_example(method), self._needed(method.body), choices)
        return self._call(method, shown)

    def whole(self, method: Method) -> SampleCall | None:
        """Return a call with every argument that a value could be made for."""
        return self._call(method, None)

    def _call(self, method: Method, plain: _Plain | None) -> SampleCall | None:
        streamed = method.event is not None and (plain is not None or not method.switch_argument)
        example = plain.example if plain is not None else {}
        schemas = self._property_schemas(method.body)
        values: list[tuple[Argument, Value]] = []
        for argument in method.arguments:
            if argument.name == method.switch_argument:
                if streamed:
                    values.append((argument, next(iter(method.switch_values), True)))
                continue
            if plain is not None and not plain.shows(argument):
                continue
            value = self._value(argument, method, schemas, example)
            if plain is not None and argument.name == plain.lone and value in ({}, []):
                continue
            if value is not ABSENT and not (argument.place == "path" and value in _NOTHING):
                values.append((argument, value))
            elif argument.required:
                return None
        return SampleCall(method, tuple(values), streamed)

    def _body_example(self, method: Method) -> Mapping[str, JsonValue]:
        """Return the members of the document's example of a flattened body that are as declared."""
        body = method.body
        if body is None or not body.flattened:
            return {}
        value = _example(body.media)
        if not isinstance(value, dict):
            return {}
        schemas = self._property_schemas(body)
        return {
            name: item
            for name, item in value.items()
            if (schema := schemas.get(name)) is not None and self._sampler.takes(item, schema)
        }

    def _needed(self, body: BodyPlan | None) -> frozenset[str]:
        """Return what a body that need not be sent must have if it is."""
        found = self._flat_body(body)
        if found is None or body is None or body.required:
            return frozenset()
        required = (item.name for item in found.properties if item.required)
        return frozenset((*required, *found.required_only))

    def _flat_body(self, body: BodyPlan | None) -> ObjectSchema | None:
        if body is None or not body.flattened or body.media.schema is None:
            return None
        found = without_null(body.media.schema, self._lowering)
        return found if isinstance(found, ObjectSchema) else None

    def _property_schemas(self, body: BodyPlan | None) -> Mapping[str, Schema]:
        found = self._flat_body(body)
        return {} if found is None else {item.name: item.schema for item in found.properties}

    def _value(
        self,
        argument: Argument,
        method: Method,
        schemas: Mapping[str, Schema],
        example: Mapping[str, JsonValue],
    ) -> Value | Absent:
        if argument.is_file:
            return Upload(_file_name(argument, method), _is_list(argument.type))
        if argument.place == "body":
            return self._whole_body(method.body)
        if argument.place == "property":
            if argument.wire_name in example:
                return example[argument.wire_name]
            schema = schemas.get(argument.wire_name)
            return "text" if schema is None else self._sampler.value(schema, argument.wire_name)
        parameter = argument.parameter
        if parameter is None:
            return ABSENT
        for one in parameter.examples[:2]:
            if one.value not in _NOTHING and self._sampler.takes(one.value, parameter.schema):
                return one.value
        return self._sampler.value(parameter.schema, parameter.name, stem=_stem(method))

    def _whole_body(self, body: BodyPlan | None) -> Value | Absent:
        if body is None:
            return ABSENT
        media = body.media
        if body.kind == "Raw":
            if body.type != STR:
                return Upload(_file_of_type(media.name))
            value = _example(media)
            return value if isinstance(value, str) else "text"
        if body.kind == "JsonLines":
            item = ABSENT if media.item_schema is None else self._sampler.value(media.item_schema)
            return ABSENT if item is ABSENT else [item]
        if body.kind == "Multipart" and isinstance(body.type, ListOf | TupleOf):
            return self._parts(media)
        if media.schema is None:
            return {}
        value = _example(media)
        if value is ABSENT or not self._sampler.takes(value, media.schema):
            value = self._sampler.value(media.schema)
        if (
            body.kind in {"Form", "Multipart"}
            and value is not ABSENT
            and not isinstance(value, dict)
        ):
            return {"name": "text"}  # the schema does not say what the fields are
        return value

    def _parts(self, media: MediaType) -> SentParts | Absent:
        """Return each of the first parts, and one of those that may follow."""
        parts = parts_of(media, self._lowering)
        if parts is None:
            return ABSENT
        shown = parts.first if parts.rest is None else (*parts.first, parts.rest)
        values: list[JsonValue | Upload] = []
        for part in shown:
            value = self._part(part)
            if value is ABSENT:
                return ABSENT
            values.append(value)
        return SentParts(tuple(values), parts.is_exact)

    def _part(self, part: Part) -> JsonValue | Upload | Absent:
        schema = self._lowering.resolve(part.schema)
        is_open = isinstance(schema, AnySchema)
        if file_type(schema, self._lowering, FILE_INPUT) or (is_open and not part.is_text):
            types = [one.content_type for one in part.encodings if one is not None]
            return Upload(_file_of_type(types[0] if types else ""))
        return "text" if is_open else self._sampler.value(part.schema)


class _Plain:
    """Which arguments a plain call shows."""

    def __init__(
        self,
        method: Method,
        example: Mapping[str, JsonValue],
        needed: frozenset[str],
        choices: tuple[tuple[str, ...], ...],
    ) -> None:
        self.example = example
        self._names = {one.name for one in method.arguments if one.required}
        self._names.update(list(self._of_example(method, example))[:_MOST_SHOWN])
        self._names.update(
            one.name
            for one in method.arguments
            if one.place == "property" and one.wire_name in needed
        )
        in_body = [one for one in method.arguments if one.place == "property"]
        self._choose(in_body, choices)
        self.lone = ""  # the only argument of a body that need not be sent; it is shown if it says something
        if in_body and not any(one.name in self._names for one in in_body):
            first = min(in_body, key=_says_little)
            if first.wire_name in _TELLING or _is_text(first):
                self._names.add(first.name)
            elif len(in_body) == 1:
                self.lone = first.name

    def _choose(self, in_body: list[Argument], choices: tuple[tuple[str, ...], ...]) -> None:
        """Add what a body must have of several choices: that of its example, else the first."""
        shown = {one.wire_name for one in in_body if one.name in self._names}
        if not choices or any(shown >= set(choice) for choice in choices):
            return
        chosen = next((one for one in choices if self.example.keys() >= set(one)), choices[0])
        self._names.update(one.name for one in in_body if one.wire_name in chosen)

    def shows(self, argument: Argument) -> bool:
        return argument.name in self._names or argument.name == self.lone

    @staticmethod
    def _of_example(method: Method, example: Mapping[str, JsonValue]) -> Iterator[str]:
        for argument in method.arguments:
            value = example.get(argument.wire_name) if argument.place == "property" else None
            is_short = isinstance(value, str | int | float) and len(str(value)) <= 40
            if is_short and not argument.deprecated and not argument.required:
                yield argument.name


def _says_little(argument: Argument) -> tuple[bool, int]:
    """Order optional arguments: those that say something to a reader by themselves come first."""
    name = argument.wire_name
    rank = _TELLING.index(name) if name in _TELLING else len(_TELLING) + (not _is_text(argument))
    return argument.deprecated, rank


def _is_text(argument: Argument) -> bool:
    kinds = argument.type.members if isinstance(argument.type, UnionOf) else (argument.type,)
    return not argument.deprecated and (argument.is_file or STR in kinds)


def _example(media: MediaType) -> JsonValue | Absent:
    return media.examples[0].value if media.examples else ABSENT


def _file_name(argument: Argument, method: Method) -> str:
    """Return the name of a file that an argument could be: by its media type, its name, the call."""
    for encoding in method.body.media.encodings if method.body is not None else ():
        if encoding.property_name == argument.wire_name and encoding.content_type:
            return _file_of_type(encoding.content_type)
    words = split_words(f"{argument.name} {method.call}")
    if any(singular(word) in _IMAGES for word in words):
        return _FILES["image"]
    return next((_FILES[singular(word)] for word in words if singular(word) in _FILES), _FILE)


def _file_of_type(media_type: str) -> str:
    return _FILES.get(base_type(media_type).partition("/")[0], _FILE)


def _is_list(kind: PyType) -> bool:
    kinds = kind.members if isinstance(kind, UnionOf) else (kind,)
    return any(isinstance(one, ListOf) for one in kinds)


def _stem(method: Method) -> str:
    """Return what a mere ``id`` identifies: the resource that the method belongs to."""
    *path, _ = method.call.split(".")
    return singular(path[-1].rstrip("_").rpartition("_")[2]) if path else ""
