"""What an operation is called with: arguments drawn from the schemas of its document."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drawing import Drawer, UndrawableError
from equality import says_nothing
from openapi_schemas import Schemas, escape
from openapi_text import is_ignored

if TYPE_CHECKING:
    from openapi_judge import OpenApiJudge

Place = tuple[str, str]
_LINES = frozenset(
    {
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/json-seq",
    }
)
_LONGEST = 2_000  # letters of one parameter; servers and clients limit URLs and header fields
_RANGES = frozenset({"*/*", "application/*"})


@dataclass(frozen=True, slots=True)
class Drawn:
    """Keyword arguments of a call, and what must be found on the wire for it."""

    keywords: dict[str, Any]
    sent: dict[Place, Any]


class Caller:
    """Draws the arguments of the operations of one package."""

    def __init__(self, judge: OpenApiJudge) -> None:
        self._judge = judge
        self._schemas = judge.schemas
        self._drawer = Drawer(judge.schemas)
        paths = judge.schemas.document.get("paths") or {}
        self._words = {word for path in paths for word in path.split("/") if "{" not in word}

    def draw(
        self, operation: dict[str, Any], known: dict[str, Any], *, full: bool, salt: int = 0
    ) -> Drawn:
        """Draw the required arguments, or all. ``known``: values of path parameters.

        Raises:
            UndrawableError: a required argument has a schema that no value was found for.
        """
        pointer, names = operation["pointer"], operation["parameters"]
        keywords: dict[str, Any] = {}
        sent: dict[Place, Any] = {}
        for (place, name), where in self._judge.parameters(pointer).items():
            argument = names.get(f"{place}:{name}") or self._renamed(place, name, names)
            required = place == "path" or self._schemas.node(where).get("required")
            if argument is None or not (required or full) or is_ignored(place, name):
                continue
            if not required and len(str(sent)) > _LONGEST:
                continue
            if place == "path" and name in known:
                value = known[name]
            else:
                try:
                    value = self._parameter(where, full=full, salt=salt)
                    if place == "path" and str(value) in self._words:  # it may be of another path
                        value = self._parameter(where, full=full, salt=salt + 1)
                except UndrawableError:
                    if required:
                        raise
                    continue
            keywords[argument] = value
            sent[place, name] = value
        for key, argument in names.items():
            place, _, name = key.partition(":")
            if place == "path" and argument not in keywords:  # in the template only
                keywords[argument] = known.get(name, "text")
        self._body(pointer, names, keywords, sent, full=full, salt=salt)
        return Drawn(keywords, sent)

    def _renamed(self, place: str, name: str, names: dict[str, str]) -> str | None:
        """Find a path parameter whose placeholder is spelled differently."""
        plain = {plain_name(key): value for key, value in names.items() if key.startswith("path:")}
        return plain.get(plain_name(f"path:{name}")) if place == "path" else None

    def _parameter(self, where: str, *, full: bool, salt: int) -> Any:
        schema, _ = self._judge.schema_of(where)
        if schema is None:
            return "text"
        is_large = False
        for more in range(4):
            is_full = (full or more > 1) and not is_large
            value = self._drawer.draw(schema, full=is_full, salt=salt + more)
            if value == {} and not self._schemas.names(schema):
                value = self._with_member(schema)
            # An empty segment or an empty list cannot be told from none.
            is_empty = isinstance(value, dict) and [] in value.values()
            is_large = is_full and len(str(value)) > _LONGEST
            if value not in ("", [], {}, None) and not is_empty and not is_large:
                return value
        raise UndrawableError(schema)

    def _with_member(self, schema: str) -> dict[str, Any]:
        """Return a map that is not empty, if one is valid."""
        where = self._schemas.child(schema, "additionalProperties")
        # No parameter may have the name: those of an exploded object stand beside the others.
        value = {"some-member": self._drawer.draw(where) if where else "text"}
        return value if self._schemas.is_valid(value, schema, "readOnly") else {}

    def _body(
        self,
        pointer: str,
        names: dict[str, str],
        keywords: dict[str, Any],
        sent: dict[Place, Any],
        *,
        full: bool,
        salt: int,
    ) -> None:
        places = {key[5:]: argument for key, argument in names.items() if key.startswith("body:")}
        pointer = self._schemas.resolve(pointer)
        if "requestBody" not in self._schemas.node(pointer) or not (places or "body" in names):
            return
        where = self._schemas.dereference(f"{pointer}/requestBody")
        request = self._schemas.node(where)
        content = request.get("content") or {}
        if not content or not (request.get("required") or full):
            return
        kind = min(content, key=_rank)
        schema = f"{where}/content/{escape(kind)}/schema"
        is_text = _rank(kind) > 2 and not self._is_any_json(kind, schema)
        if is_without_parts(schema, self._schemas):
            raise UndrawableError(schema)
        if kind.partition(";")[0] in _LINES:
            value: Any = [self._line(schema) if "schema" in (content[kind] or {}) else {"a": 1}]
        elif "schema" not in (content[kind] or {}):
            value = b"content" if is_text else {"name": "text"}
        elif is_text:
            value = _content(self._drawer, schema, kind)
        else:
            value = self._drawer.draw(schema, full=full, salt=salt)
            is_open = self._schemas.types(schema) != {"string"}
            if _rank(kind) in (1, 2) and isinstance(value, str) and is_open:
                value = {"name": "text"}  # what the schema says nothing of
            is_form = _rank(kind) in (1, 2) and isinstance(value, dict)
            if is_form and any(map(says_nothing, value.values())):
                value = self._drawer.draw(
                    schema, full=True, salt=salt
                )  # no form holds an empty list
        if "body" in names:
            is_multipart = _rank(kind) == 1  # in other forms a file is a text
            keywords[names["body"]] = self._files(value, schema) if is_multipart else value
            sent["body", ""] = value
            return
        if not isinstance(value, dict):
            raise UndrawableError(schema)
        for name in value.keys() & places.keys():
            is_multipart = _rank(kind) == 1  # in other forms a file is a text
            keywords[places[name]] = (
                self._file(value[name], schema, name) if is_multipart else value[name]
            )
        sent["body", ""] = {name: value[name] for name in value if name in places}

    def _is_any_json(self, kind: str, schema: str) -> bool:
        """Say whether a range of media types leaves it to the caller to send a structure as JSON.

        What is no media type says nothing, as the range of all does.
        """
        try:
            types = self._schemas.types(schema)
        except KeyError:
            return False
        is_range = "/" not in kind or kind.partition(";")[0].strip() in _RANGES
        return is_range and bool(types) and "string" not in types

    def _line(self, schema: str) -> Any:
        return self._drawer.draw(self._schemas.child(schema, "items") or schema)

    def _files(self, value: Any, schema: str) -> Any:
        if not isinstance(value, dict):
            return value
        return {name: self._file(item, schema, name) for name, item in value.items()}

    def _file(self, value: Any, schema: str, name: str) -> Any:
        """Return bytes for a file, and the value for anything else."""
        where = self._schemas.child(schema, f"properties/{escape(name)}")
        if where is None:
            return value
        if isinstance(value, list):
            items = self._schemas.child(where, "items")
            return [one.encode() if self._is_binary(items) else one for one in value]
        return value.encode() if isinstance(value, str) and self._is_binary(where) else value

    def _is_binary(self, pointer: str | None) -> bool:
        for part in self._schemas.parts(pointer) if pointer else ():
            node = self._schemas.node(part)
            is_file = isinstance(node, dict) and "contentEncoding" not in node
            if is_file and (node.get("format") == "binary" or "contentMediaType" in node):
                return True
        return False


def is_without_parts(schema: str, schemas: Schemas) -> bool:
    """Say whether the schema of a form demands what no form holds.

    A multipart body has parts, so it is no single value; an urlencoded one has names, so it is no list.
    """
    is_multipart = "/content/multipart~1" in schema
    if not (is_multipart or "/content/application~1x-www-form-urlencoded/" in schema):
        return False
    try:
        types = schemas.types(schema)
    except KeyError:
        return False
    return bool(types) and types.isdisjoint({"object", "array" if is_multipart else "string"})


def _content(drawer: Drawer, schema: str, kind: str) -> Any:
    """Return a body that is neither JSON nor a form."""
    try:
        value = drawer.draw(schema)
    except UndrawableError:
        value = "content"
    if kind.startswith("text/") and isinstance(value, dict | list):
        return json.dumps(value)
    if kind.startswith("text/") and isinstance(value, str | int | float):
        return value
    return value.encode() if isinstance(value, str) else b"content"


def plain_name(name: str) -> str:
    """Return a name without case and separators."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _rank(media_type: str) -> int:
    """Order media types as a caller prefers them: JSON, multipart, form, anything else."""
    kind = media_type.partition(";")[0].strip().lower()
    if kind.endswith(("/json", "+json")):
        return 0
    if kind.startswith("multipart/"):
        return 1
    return 2 if kind == "application/x-www-form-urlencoded" else 3
