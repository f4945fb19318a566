"""Values of a schema as XML (OpenAPI 3.1, XML Object): what errors are told in where nothing else is declared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, tostring

from .document import views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .document import Document

_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_ROOT = "error"


def xml_text(document: Document, pointer: str, value: Any) -> bytes:
    """Return a value as an XML document in the names that the schema at ``pointer`` has for it."""
    schema = document.schema(pointer)
    told = _told(document, schema)
    reference = schema.get("$ref") if isinstance(schema, dict) else None
    known = reference.rpartition("/")[2] if isinstance(reference, str) else ""
    root = Element(_named(told.get("name"), known, _ROOT))
    _fill(document, root, schema, value)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _fill(document: Document, element: Element, schema: Any, value: Any) -> None:
    """Put a value into an element: properties as attributes or elements, all others as its text."""
    if isinstance(value, list):
        inner = _first(document, schema, "items")
        for item in value:
            row = SubElement(element, _named(_told(document, inner).get("name"), "item"))
            _fill(document, row, inner, item)
    elif isinstance(value, dict):
        for name, item in value.items():
            _put(document, element, _property(document, schema, name), name, item)
    elif value is not None:
        element.text = _text(value)


def _put(document: Document, element: Element, schema: Any, name: str, value: Any) -> None:
    told = _told(document, schema)
    own = _named(told.get("name"), name, "property")
    if told.get("attribute") is True and not isinstance(value, (dict, list)):
        element.set(own, _text(value))
    elif isinstance(value, list) and told.get("wrapped") is not True:
        inner = _first(document, schema, "items")
        for item in value:
            row = SubElement(element, _named(_told(document, inner).get("name"), own))
            _fill(document, row, inner, item)
    else:
        _fill(document, SubElement(element, own), schema, value)


def _told(document: Document, schema: Any) -> dict[str, Any]:
    """Return what a schema says of its form in XML."""
    found = _first(document, schema, "xml")
    return found if isinstance(found, dict) else {}


def _property(document: Document, schema: Any, name: str) -> Any:
    places = (view.get("properties") for view in _views(document, schema))
    return next((one[name] for one in places if isinstance(one, dict) and name in one), True)


def _first(document: Document, schema: Any, keyword: str) -> Any:
    return next((view[keyword] for view in _views(document, schema) if keyword in view), None)


def _views(document: Document, schema: Any) -> Iterator[dict[str, Any]]:
    yield from views(document, schema) if isinstance(schema, dict) else ()


def _named(*names: Any) -> str:
    """Return the first name that an element can have."""
    return next(one for one in names if isinstance(one, str) and _NAME.fullmatch(one))


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _FORBIDDEN.sub("", str(value))
