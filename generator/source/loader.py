"""Reads one OpenAPI document from a file, a URL or standard input."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Literal

from ..diagnostics import Diagnostic, Location, Severity
from .clean_json import read_clean_json
from .document import Document, Parsed, SourceError, encoding_of, fault
from .fetch import read_bytes
from .json_text import read_json
from .limits import check_depth

if TYPE_CHECKING:
    from pathlib import Path

    from ..diagnostics import Diagnostics

_OPENAPI_FIELDS = ("paths", "components", "webhooks")


def load(location: str | Path, diagnostics: Diagnostics) -> Document:
    """Read a document from a path, an ``http(s)`` URL, or standard input (``-``).

    Raises:
        SourceError: it cannot be read, is broken JSON or YAML, or is no OpenAPI document.
    """
    return openapi_document(*read_bytes(location), diagnostics)


def openapi_document(
    uri: str, content: bytes, diagnostics: Diagnostics, parsed: Parsed | None = None
) -> Document:
    """Turn bytes into an OpenAPI document; what is ``parsed`` already is not read again.

    Raises:
        SourceError: the bytes are broken JSON or YAML, or no OpenAPI document.
    """
    document = parse_document(uri, content, diagnostics, parsed)
    _require_openapi(document, diagnostics)
    return document


def parse_document(
    uri: str, content: bytes, diagnostics: Diagnostics, parsed: Parsed | None = None
) -> Document:
    """Turn the bytes of any JSON or YAML file whose top level is an object into a document.

    Raises:
        SourceError: the bytes are no such file.
    """
    form: Literal["json", "yaml"] = "json"
    data = parsed.data if parsed else read_clean_json(content)
    if data is None:
        data, form = _read(uri, content, diagnostics)
    if not isinstance(data, dict):
        raise fault(
            uri,
            "not-an-object",
            f"the top level is {_describe(data)}, not an object",
            "An OpenAPI document is one object with `openapi`, `info` and `paths`.",
            line=1,
            column=1,
        )
    return Document(uri, data, content, form, parsed.sha256 if parsed else digest_of(content))


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a file, as documents and the lists of those that were read have it."""
    return hashlib.sha256(content).hexdigest()


def _read(
    uri: str, content: bytes, diagnostics: Diagnostics
) -> tuple[Any, Literal["json", "yaml"]]:
    """Read what is no clean JSON."""
    text = _decode(uri, content)
    if not text or text.isspace():
        raise _empty(uri)
    data, form = _parse(uri, text, diagnostics)
    if data is None:
        raise _empty(uri)
    if isinstance(data, dict):
        check_depth(data, uri)
    return data, form


def _decode(uri: str, content: bytes) -> str:
    encoding = encoding_of(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        raise fault(
            uri,
            "not-text",
            f"the file is not {encoding.removesuffix('-sig').upper()} text",
            "Save the document as UTF-8.",
            line=line,
            column=column,
        ) from None
    if "\0" in text:
        raise fault(
            uri,
            "not-text",
            "the file is binary, not text",
            "Give the OpenAPI document itself, not an archive or a program.",
        )
    return text


def _parse(uri: str, text: str, diagnostics: Diagnostics) -> tuple[Any, Literal["json", "yaml"]]:
    looks_like_json = text.lstrip()[:1] in ("{", "[")
    if not looks_like_json:
        return _read_yaml(text, uri, diagnostics), "yaml"
    try:
        return read_json(text, uri, diagnostics), "json"
    except json.JSONDecodeError as error:
        broken = fault(
            uri,
            "broken-json",
            f"broken JSON: {error.msg}",
            "Correct the text at this place.",
            line=error.lineno,
            column=error.colno,
        )
    # Trailing commas and comments are an error in JSON, but fine in YAML, of which JSON is a part.
    try:
        data = _read_yaml(text, uri, diagnostics)
    except SourceError:
        raise broken from None
    place = broken.diagnostic.location
    message = f"{broken.diagnostic.message}; the document was read as YAML instead"
    diagnostics.add(
        Diagnostic("broken-json", Severity.WARNING, "#", message, broken.diagnostic.hint, place)
    )
    return data, "yaml"


def _read_yaml(text: str, uri: str, diagnostics: Diagnostics) -> Any:
    from .yaml_text import read_yaml  # PyYAML costs as much to import as all else that reads JSON

    return read_yaml(text, uri, diagnostics)


def _require_openapi(document: Document, diagnostics: Diagnostics) -> None:
    data = document.data
    version = data.get("openapi", data.get("swagger"))
    if version is not None and not isinstance(version, dict | list | bool):
        return
    if any(isinstance(data.get(name), dict) for name in _OPENAPI_FIELDS):
        message = "the document does not say its OpenAPI version; 3.1 is assumed"
        place = Location(document.uri, 1, 1)
        diagnostics.add(
            Diagnostic(
                "missing-version",
                Severity.WARNING,
                "#",
                message,
                'Add `"openapi": "3.1.1"` at the top.',
                place,
            )
        )
        return
    raise fault(
        document.uri,
        "not-openapi",
        "this is not an OpenAPI document: it has none of openapi, swagger, paths, components, webhooks",
        "Give an OpenAPI 3.x or Swagger 2.0 document.",
        line=1,
        column=1,
    )


def _empty(uri: str) -> SourceError:
    return fault(uri, "empty-document", "the file is empty", "Give an OpenAPI document.")


def _describe(value: object) -> str:
    if isinstance(value, list):
        return "an array"
    return f"a {type(value).__name__}"
