"""Fills the error body a document declares with the truth, by the names and types of its fields."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from .coercion import ALL_TYPES, json_types
from .document import views

if TYPE_CHECKING:
    from .document import Document
    from .exchange import Violation
    from .problems import Problem

_DEPTH = 6  # of nested objects; error bodies are shallow, recursive ones must end
_LISTS = frozenset({"enum", "const"})


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLE = _names("title error reason statustext status_text errorname summary")
_DETAIL = _names(
    "detail message msg description errordescription errormessage error_message developermessage"
    " usermessage text info explanation localizedmessage userfacingmessage messagetext"
)
_STATUS = _names("status statuscode httpstatus httpstatuscode code httpcode errorcode errorno")
_CODE = _names("code errorcode type kind name slug error key errortype reason errorkey id")
_LIST = _names(
    "errors details violations issues fielderrors invalidparams detail validationerrors problems"
    " fieldviolations messages causes items fields"
)
_PLACE = _names("loc path location field param name pointer property parameter source key target")
_WHERE = _names("in location")
_TIME = _names("timestamp time date datetime occurredat")
_REQUEST = _names("requestid traceid correlationid errorid uuid instanceid")
_FLAGS_TRUE = _names("error iserror failed")


@dataclass(frozen=True, slots=True)
class Filled:
    """A body, and how many of its fields tell what happened."""

    value: Any
    truths: int


class ErrorFiller:
    """Walks a declared error schema and puts a problem into it."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def fill(self, pointer: str, problem: Problem, *, standard: bool = False) -> Filled | None:
        """Return a valid body of the schema at ``pointer``; ``None`` where none could be made.

        ``standard`` is for ``application/problem+json``, where ``type`` is a URI (RFC 9457, 3.1.1).
        """
        schema = self._document.schema(pointer)
        validator = self._document.validator(pointer)
        for optional in (True, False):
            filled = self._value(
                schema, "", _Context(problem, None, optional, standard=standard), 0
            )
            if filled is not None and validator.is_valid(filled.value):
                return filled
        return None

    def _value(self, schema: Any, name: str, context: _Context, depth: int) -> Filled | None:
        if depth > _DEPTH:
            return None
        chosen = self._variants(schema)
        best: Filled | None = None
        for variant in chosen:
            filled = self._plain(variant, name, context, depth)
            if filled is not None and (best is None or filled.truths > best.truths):
                best = filled
        return best

    def _variants(self, schema: Any) -> list[Any]:
        """Return the alternatives of a schema, the parts of each merged enough to be filled."""
        schema = self._document.resolve(schema)
        if not isinstance(schema, dict):
            return [schema]
        for keyword in ("oneOf", "anyOf"):
            members = schema.get(keyword)
            if isinstance(members, list) and members:
                rest = {key: value for key, value in schema.items() if key != keyword}
                keep = {"properties", "required", "allOf"} & rest.keys()
                found: list[Any] = []
                for member in members:
                    variants = self._variants(member)
                    found.extend({"allOf": [rest, v]} if keep else v for v in variants)
                return found
        return [schema]

    def _plain(self, schema: Any, name: str, context: _Context, depth: int) -> Filled | None:
        types = json_types(self._document, schema)
        fixed = self._fixed(schema)
        if fixed is not _OPEN and len(fixed) == 1:
            return Filled(fixed[0], 0)
        if types == ALL_TYPES:
            return self._anything(name, context)
        if "object" in types:
            return self._object(schema, context, depth, name)
        if "array" in types:
            return self._array(schema, name, context, depth)
        if fixed is not _OPEN:
            return _among(fixed, name, context)
        return self._scalar(schema, types, _plain_name(name), context)

    def _object(self, schema: Any, context: _Context, depth: int, name: str) -> Filled | None:
        properties: dict[str, Any] = {}
        required: set[str] = set()
        additional: Any = None
        for view in views(self._document, schema):
            for key, value in (view.get("properties") or {}).items():
                known = properties.setdefault(key, value)
                if known is not value and isinstance(value, dict) and value.keys() & _LISTS:
                    properties[key] = {"allOf": [known, value]}  # both hold
            required.update(view.get("required") or ())
            additional = additional or view.get("additionalProperties")
        if not properties and _plain_name(name) in _LIST and context.problem.violations:
            return self._map_of_violations(additional, context, depth)
        inner = context.entered(name)
        body: dict[str, Any] = {}
        truths = 0
        for key, declared in properties.items():
            filled = self._value(declared, key, inner, depth + 1)
            if filled is None:
                if key in required:
                    return None
                continue
            if key in required or (context.optional and filled.truths):
                body[key] = filled.value
                truths += filled.truths
        for key in required - properties.keys():
            filled = self._anything(key, inner)
            body[key] = filled.value
            truths += filled.truths
        if not properties and not required:
            body, truths = {"message": inner.text}, 1
            if additional is not None and "string" not in json_types(self._document, additional):
                body, truths = {}, 0
        return Filled(body, truths)

    def _map_of_violations(self, declared: Any, context: _Context, depth: int) -> Filled:
        body: dict[str, Any] = {}
        takes_list = declared is not None and "string" not in json_types(self._document, declared)
        for violation in context.problem.violations:
            field = ".".join(map(str, violation.loc[1:])) or str(violation.loc[0])
            if takes_list:
                item = self._value(declared, "messages", context.of(violation), depth + 1)
                body[field] = item.value if item else [violation.message]
            else:
                body[field] = violation.message
        return Filled(body, len(body))

    def _array(self, schema: Any, name: str, context: _Context, depth: int) -> Filled:
        items: Any = True
        for view in views(self._document, schema):
            items = view.get("items", items)
        problem, violation = context.problem, context.violation
        if violation is not None and _plain_name(name) in _PLACE:
            place = [self._value(items, "", context.at(part), depth + 1) for part in violation.loc]
            return Filled([item.value for item in place if item], 1)
        found: list[Any] = []
        truths = 0
        if depth == 0 or _plain_name(name) in _LIST:
            told: list[Violation | None] = [violation] if violation else [*problem.violations]
            if not told and not self._is_of_places(items):
                told = [None]
            for one in told:
                filled = self._value(items, "", context.of(one) if one else context, depth + 1)
                if filled is not None:
                    found.append(filled.value)
                    truths += filled.truths
        if not found and any(view.get("minItems") for view in views(self._document, schema)):
            filled = self._value(items, "", context, depth + 1)
            found = [filled.value] if filled else []
        return Filled(found, truths)

    def _is_of_places(self, items: Any) -> bool:
        """Whether each item names a place in a request, so that there is none where no request is at fault."""
        return any(
            _plain_name(name) in _PLACE
            for view in views(self._document, items)
            for name in view.get("required") or ()
        )

    def _scalar(
        self, schema: Any, types: frozenset[str], name: str, context: _Context
    ) -> Filled | None:
        problem = context.problem
        if "string" in types:
            return self._string(schema, types, name, context)
        if "integer" in types or "number" in types:
            if context.part is not None and isinstance(context.part, int):
                return Filled(context.part, 1)
            if name in _STATUS:
                return Filled(problem.status, 1)
            if name in _TIME:
                return Filled(int(datetime.now(UTC).timestamp()), 1)
            low = next((v["minimum"] for v in views(self._document, schema) if "minimum" in v), 0)
            return Filled(low, 0)
        if "boolean" in types:
            return Filled(name in _FLAGS_TRUE, 1 if name in {"success", "ok"} else 0)
        return Filled(None, 0) if "null" in types else None

    def _string(
        self, schema: Any, types: frozenset[str], name: str, context: _Context
    ) -> Filled | None:
        if isinstance(context.part, int) and "integer" in types:
            return Filled(context.part, 1)
        limits: dict[str, Any] = {}
        for view in views(self._document, schema):
            limits = {**view, **limits}
        text, truths = _text(name, limits.get("format", ""), context)
        longest = limits.get("maxLength")
        if isinstance(longest, int) and len(text) > longest:
            text = text[:longest]
        shortest = limits.get("minLength")
        if isinstance(shortest, int):
            text = text.ljust(shortest, ".")
        return Filled(text, truths)

    def _anything(self, name: str, context: _Context) -> Filled:
        plain = _plain_name(name)
        if plain in _LIST and context.problem.violations and context.violation is None:
            return Filled([str(item) for item in context.problem.violations], 1)
        text, truths = _text(plain, "", context)
        return Filled(text, truths)

    def _fixed(self, schema: Any) -> list[Any]:
        for view in views(self._document, schema):
            if "const" in view:
                return [view["const"]]
            if isinstance(view.get("enum"), list) and view["enum"]:
                return list(view["enum"])
        return _OPEN


_OPEN: list[Any] = []  # compared by identity: no enumeration


@dataclass(frozen=True, slots=True)
class _Context:
    """What is told at a place of the body: the whole problem or one violation (or a part of its place)."""

    problem: Problem
    violation: Violation | None
    optional: bool
    part: str | int | None = None
    standard: bool = False

    @property
    def text(self) -> str:
        if self.part is not None:
            return str(self.part)
        return self.violation.message if self.violation else self.problem.detail

    def of(self, violation: Violation) -> _Context:
        return replace(self, violation=violation)

    def at(self, part: str | int) -> _Context:
        return replace(self, part=part)

    def entered(self, name: str) -> _Context:
        return replace(self, part=None) if _plain_name(name) in _PLACE else self


def _plain_name(name: str) -> str:
    return name.replace("_", "").replace("-", "").replace(".", "").replace("@", "").lower()


def _text(name: str, format_: str, context: _Context) -> tuple[str, int]:
    """Return what a text field of a name says, and whether that is true of this problem."""
    problem, violation = context.problem, context.violation
    if context.part is not None:
        return str(context.part), 1
    if format_ == "date-time" or name in _TIME:
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), 1
    if format_ == "uuid" or name in _REQUEST:
        return str(uuid4()), 0
    if format_ in {"uri", "uri-reference", "url"} or name == "instance":
        return "about:blank", 1 if name == "type" else 0
    if violation is not None:
        if name in _WHERE:
            return str(violation.loc[0]), 1
        if name in _PLACE:
            return ".".join(map(str, violation.loc)), 1
        return (violation.kind, 1) if name in _CODE - _DETAIL else (violation.message, 1)
    if name in _DETAIL or not name:
        return problem.detail, 2
    if name in {"status", "statuscode", "httpstatus", "httpstatuscode"}:
        return str(problem.status), 1
    if name == "type":
        return "about:blank" if context.standard else problem.slug, 1
    if name in _TITLE:
        return problem.title, 1
    if name in _CODE:
        return problem.slug, 1
    return problem.detail, 0


def _among(values: list[Any], name: str, context: _Context) -> Filled:
    """Return the enumerated value nearest to the truth."""
    problem = context.problem
    words = set(_words(problem.slug)) | set(_words(problem.title))
    wanted = {problem.status, str(problem.status), problem.slug, problem.title}
    for value in values:
        if not isinstance(value, bool) and isinstance(value, (str, int)) and value in wanted:
            return Filled(value, 1)
    for value in values:
        if isinstance(value, str) and words & set(_words(value)) - {"error"}:
            return Filled(value, 1)
    return Filled(next((value for value in values if value is not None), None), 0)


def _words(text: str) -> list[str]:
    return text.lower().replace("-", " ").replace("_", " ").replace(".", " ").split()
