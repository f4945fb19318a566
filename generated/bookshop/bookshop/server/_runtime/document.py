"""The OpenAPI document: looked up by JSON pointer, and the validators of its schemas."""

from __future__ import annotations

import json
import operator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from urllib.parse import quote, unquote

import jsonschema_rs

from .formats import MARKS, with_asserted_formats
from .judged import without_annotations
from .overlaps import Overlaps
from .pattern_spelling import readable_pattern
from .validator import Validator

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_URI = "urn:openapi"

View: TypeAlias = Literal["whole", "request", "response"]
"""How a schema is seen: properties that one side never sees may be missing there though required."""

# OpenAPI 3.0, Schema Object, fixed fields: readOnly and writeOnly.
_UNSEEN: dict[View, str] = {"request": "readOnly", "response": "writeOnly"}
_FRAGMENT = "/~!$&'()*+,;=:@?-._"  # may stand in a fragment (RFC 3986, section 3.5)
_LONGEST_CHAIN = 64  # references that lead from one to the next; more is a loop


class Document:
    """A bundled, self-contained OpenAPI 3.1 document and the operations prepared from it.

    Args:
        openapi: the document.
        operations: the content of ``operations.json``.
        sides: the views that differ from the whole, where that is known.
        has_formats: whether some format needs to be prepared for the validator.
    """

    def __init__(
        self,
        openapi: Mapping[str, Any],
        operations: Mapping[str, Any],
        *,
        sides: Collection[View] = ("request", "response"),
        has_formats: bool = True,
    ) -> None:
        self.openapi = openapi
        self.operations = operations
        self._sides = sides
        self._has_formats = has_formats
        self._validators: dict[tuple[str, View], Validator] = {}
        self._compiled_schemas: dict[tuple[str, View], jsonschema_rs.Validator | None] = {}
        self._schemas: dict[str, Any] = {}
        self.facts: dict[tuple[str, str], Any] = {}
        """What was worked out of it, by kind and pointer: it does not change."""
        self._overlaps: dict[View, Overlaps] = {}
        self._registries: dict[tuple[View, bool], jsonschema_rs.Registry] = {}
        self._clear: dict[str, set[int]] = {}  # parts of the document that lead to no such mark

    @classmethod
    def load(cls, folder: Path | str) -> Document:
        """Read ``openapi.json`` and ``operations.json`` of a folder."""
        text = Path(folder, "openapi.json").read_bytes()
        # Large documents often have no such property; then both sides see the same schemas.
        sides: list[View] = [view for view, marker in _UNSEEN.items() if marker.encode() in text]
        operations = json.loads(Path(folder, "operations.json").read_bytes())
        has_formats = any(mark.encode() in text for mark in MARKS)
        return cls(json.loads(text), operations, sides=sides, has_formats=has_formats)

    def follow(self, pointer: str) -> Any:
        """Return what stands at a JSON pointer (``#/a/b``), through references on the way.

        Raises:
            KeyError: if nothing stands there.
        """
        return self._walk(pointer)[1]

    def resolve(self, schema: Any) -> Any:
        """Return the schema a chain of bare ``$ref`` leads to; ``True`` where it leads nowhere."""
        for _ in range(_LONGEST_CHAIN):
            if not isinstance(schema, dict) or "$ref" not in schema:
                return schema
            try:
                schema = self.follow(schema["$ref"])
            except KeyError:
                return True
        return True

    def schema(self, pointer: str) -> Any:
        """Return the schema at ``pointer``, or ``True`` for none."""
        if not pointer:
            return True
        try:
            return self._schemas[pointer]
        except KeyError:
            pass
        try:
            found = self.follow(pointer)
        except KeyError:
            found = True
        self._schemas[pointer] = found
        return found

    def validator(self, pointer: str, view: View = "whole") -> Validator:
        """Return the validator of the schema at ``pointer`` as one side sees it, made once.

        Schemas that only refer to the same one have the same validator.
        """
        found = self._validators.get((pointer, view))
        if found is None:
            place = self._definition(pointer)
            if place == pointer:
                found = Validator(self, pointer, view)
            else:
                found = self.validator(place, view)
            self._validators[pointer, view] = found
        return found

    def _definition(self, pointer: str) -> str:
        """Return where the schema is that the one at ``pointer`` means, if it is nothing but a reference."""
        for _ in range(_LONGEST_CHAIN):
            schema = self.schema(pointer)
            if not isinstance(schema, dict) or schema.keys() != {"$ref"}:
                return pointer
            reference = schema["$ref"]
            if not isinstance(reference, str) or not reference.startswith("#/"):
                return pointer
            pointer = reference
        return pointer

    def compiled(self, pointer: str, view: View) -> jsonschema_rs.Validator | None:
        """Return what :meth:`compile` does, made once for all views that are the same."""
        view = self._seen(view)
        if view != "whole" and not self._leads_to(pointer, _UNSEEN[view]):
            view = "whole"
        key = pointer, view
        if key not in self._compiled_schemas:
            self._compiled_schemas[key] = self.compile(*key)
        return self._compiled_schemas[key]

    def _leads_to(self, pointer: str, marker: str) -> bool:
        """Whether the schema at ``pointer``, or one it refers to, requires a property marked so."""
        clear = self._clear.setdefault(marker, set())
        seen: set[int] = set()
        stack: list[Any] = [self.schema(pointer)]
        while stack:
            node = stack.pop()
            if not isinstance(node, dict | list) or id(node) in clear or id(node) in seen:
                continue
            seen.add(id(node))
            if isinstance(node, list):
                stack += node
                continue
            if self._seen_required(node, marker) is not None:
                return True
            stack += node.values()
            if isinstance(node.get("$ref"), str):
                stack.append(self.schema(node["$ref"]))
        clear |= seen
        return False

    def _seen(self, view: View) -> View:
        return view if view in self._sides else "whole"

    def compile(self, pointer: str, view: View) -> jsonschema_rs.Validator | None:
        """Compile the schema at ``pointer``; ``None`` accepts everything.

        A pattern no engine takes or a reference to nothing must not make the operation unusable:
        then the document is used without those.
        """
        if not pointer:
            return None
        try:
            place = self._walk(pointer)[0]
        except KeyError:
            return None
        return self._compiled({"$ref": _absolute(place)}, view)

    def validator_of(self, schema: Any, view: View) -> jsonschema_rs.Validator | None:
        """Compile a schema that stands nowhere in the document; its references lead into it."""
        view = self._seen(view)
        seen = schema if view == "whole" else self._one_side(schema, _UNSEEN[view])
        return self._compiled(_with_absolute_references(seen), view)

    def _compiled(self, schema: Any, view: View) -> jsonschema_rs.Validator | None:
        for strict in (True, False):
            try:
                return jsonschema_rs.Draft202012Validator(
                    schema,
                    registry=self._registry(view, strict=strict),
                    validate_formats=True,
                )
            except (ValueError, jsonschema_rs.ReferencingError):
                continue
        return None

    def overlaps(self, view: View) -> Overlaps:
        """Return what tells whose fault a value is that fits several members of a ``oneOf``."""
        view = self._seen(view)
        if view not in self._overlaps:
            registry = self._registry(view, strict=False)
            self._overlaps[view] = Overlaps(registry, lambda at: views(self, self.schema(at)))
        return self._overlaps[view]

    def _registry(self, view: View, *, strict: bool) -> jsonschema_rs.Registry:
        found = self._registries.get((view, strict))
        if found is None:
            document: Any = without_annotations(self.openapi)
            if self._has_formats:
                document = with_asserted_formats(document)
            if view != "whole":
                document = self._one_side(document, _UNSEEN[view])
            if not strict:
                sound = self._without_faults(document)
                if sound == document:
                    return self._registries.setdefault(
                        (view, False), self._registry(view, strict=True)
                    )
                document = sound
            found = jsonschema_rs.Registry([(_URI, document)], draft=jsonschema_rs.Draft202012)
            self._registries[view, strict] = found
        return found

    def _one_side(self, node: Any, marker: str) -> Any:
        """Return ``node`` with no property marked so required; what does not change is shared."""
        if isinstance(node, list):
            items = [self._one_side(item, marker) for item in node]
            return items if any(map(operator.is_not, items, node)) else node
        if not isinstance(node, dict):
            return node
        changed = {
            key: new
            for key, value in node.items()
            if (new := self._one_side(value, marker)) is not value
        }
        kept = self._seen_required(node, marker)
        if kept is not None:
            changed["required"] = kept
        return {**node, **changed} if changed else node

    def _seen_required(self, node: dict[str, Any], marker: str) -> list[str] | None:
        """Return what a schema requires without what is marked so; nothing where that is all of it."""
        required, properties = node.get("required"), node.get("properties")
        if not (isinstance(required, list) and isinstance(properties, dict)):
            return None
        kept = [name for name in required if not self._is_marked(properties.get(name), marker)]
        return kept if len(kept) < len(required) else None

    def _is_marked(self, declared: Any, marker: str) -> bool:
        schemas = (declared, self.resolve(declared))
        return any(isinstance(one, dict) and one.get(marker) is True for one in schemas)

    def _without_faults(self, node: Any) -> Any:
        if isinstance(node, list):
            return [self._without_faults(item) for item in node]
        if not isinstance(node, dict):
            return node
        found: dict[str, Any] = {}
        for key, value in node.items():
            if key == "pattern" and isinstance(value, str):
                readable = readable_pattern(value)
                found |= {} if readable is None else {key: readable}
            elif key == "patternProperties" and isinstance(value, dict):
                spelled = {readable_pattern(name): one for name, one in value.items()}
                kept = {name: one for name, one in spelled.items() if name is not None}
                found[key] = self._without_faults(kept)
            elif key != "$ref" or not isinstance(value, str):
                found[key] = self._without_faults(value)
            elif self._leads_somewhere(value):
                found[key] = _as_uri(value) if value.startswith("#") else value
        return found

    def _leads_somewhere(self, reference: str) -> bool:
        try:
            self.follow(reference)
        except KeyError:
            return False
        return True

    def _walk(self, pointer: str) -> tuple[str, Any]:
        node: Any = self.openapi
        place = "#"
        if not pointer.startswith("#"):
            raise KeyError(pointer)
        for token in pointer[1:].split("/")[1:]:
            for _ in range(_LONGEST_CHAIN):
                if not (isinstance(node, dict) and isinstance(node.get("$ref"), str)):
                    break
                if _step(node, token) is not _NOTHING:
                    break
                place, node = self._walk(node["$ref"])
            node = _step(node, token)
            if node is _NOTHING:
                raise KeyError(pointer)
            place = f"{place}/{token}"
        return place, node


def _absolute(pointer: str) -> str:
    fragment = quote(pointer[1:], safe=_FRAGMENT)  # a path may hold a number sign
    return f"{_URI}#{fragment}"


def _as_uri(pointer: str) -> str:
    """Return a pointer as a fragment of a URI (RFC 6901, section 6): a name may hold a percent sign."""
    return f"#{quote(pointer[1:], safe=_FRAGMENT)}"


def _with_absolute_references(node: Any) -> Any:
    if isinstance(node, list):
        return [_with_absolute_references(item) for item in node]
    if not isinstance(node, dict):
        return node
    result = {key: _with_absolute_references(value) for key, value in node.items()}
    reference = node.get("$ref")
    if isinstance(reference, str) and reference.startswith("#"):
        result["$ref"] = f"{_URI}{reference}"
    return result


def escape(token: str) -> str:
    """Return one token of a JSON pointer (RFC 6901, section 3)."""
    return token.replace("~", "~0").replace("/", "~1")


def views(document: Document, schema: Any) -> Iterator[dict[str, Any]]:
    """Yield ``schema`` and every schema it refers to or is combined of, each once."""
    seen: set[int] = set()
    stack = [schema]
    while stack:
        current = stack.pop()
        if not isinstance(current, dict) or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        inner: list[Any] = []
        if isinstance(current.get("$ref"), str):
            inner.append(document.schema(current["$ref"]))
        for keyword in ("allOf", "oneOf", "anyOf"):
            members = current.get(keyword)
            if isinstance(members, list):
                inner.extend(members)
        stack.extend(reversed(inner))


class _Nothing:
    """The type of the mark for a place that does not exist."""


_NOTHING = _Nothing()


def _step(node: Any, token: str) -> Any:
    """Return the member under a token, which may also be percent-encoded as in a URI."""
    name = token.replace("~1", "/").replace("~0", "~")
    if isinstance(node, dict):
        if name in node:
            return node[name]
        return node.get(unquote(name), _NOTHING) if "%" in name else _NOTHING
    if isinstance(node, list) and name.isdecimal() and int(name) < len(node):
        return node[int(name)]
    return _NOTHING
