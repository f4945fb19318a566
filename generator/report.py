"""Diagnostics as text, JSON, GitHub annotations and SARIF 2.1.0."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from .diagnostics import Severity
from .version import NAME, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .diagnostics import Diagnostic

Format = Literal["text", "json", "github", "sarif"]

_GITHUB_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_format(diagnostics: Sequence[Diagnostic], form: Format) -> str:
    """Return the diagnostics in one of the formats of ``twinspec validate``."""
    match form:
        case "text":
            return "".join(f"{as_text(one)}\n" for one in diagnostics)
        case "json":
            return json.dumps([as_json(one) for one in diagnostics], indent=2) + "\n"
        case "github":
            return "".join(f"{as_github(one)}\n" for one in diagnostics)
        case "sarif":
            return json.dumps(as_sarif(diagnostics), indent=2) + "\n"


def as_text(diagnostic: Diagnostic) -> str:
    """Return ``file:line:column: severity: message [code] at pointer``, the hint below it.

    Control characters of the document are escaped, so that it cannot drive a terminal.
    """
    place = f"{diagnostic.location}: " if diagnostic.location else ""
    at = f" at {diagnostic.pointer}" if diagnostic.pointer else ""
    head = f"{place}{diagnostic.severity}: {diagnostic.message} [{diagnostic.code}]{at}"
    return _printable(head) + (f"\n    {_printable(diagnostic.hint)}" if diagnostic.hint else "")


def as_json(diagnostic: Diagnostic) -> dict[str, object]:
    """Return the diagnostic as a JSON object."""
    place = diagnostic.location
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "pointer": diagnostic.pointer,
        "file": place.uri if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }


def as_github(diagnostic: Diagnostic) -> str:
    """Return a workflow command of GitHub Actions: ``::warning file=...,line=...::message``.

    Data escapes ``%``, CR and LF; properties also ``:`` and ``,`` (as ``@actions/core`` does).
    """
    properties = {"title": f"{NAME}: {diagnostic.code}"}
    if place := diagnostic.location:
        properties |= {"file": place.uri}
        if place.line is not None:
            properties |= {"line": str(place.line), "col": str(place.column or 1)}
    listed = ",".join(
        f"{name}={_github_data(value).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in properties.items()
    )
    level = _GITHUB_LEVEL[diagnostic.severity]
    return f"::{level} {listed}::{_github_data(_sentence(diagnostic))}"


def as_sarif(diagnostics: Iterable[Diagnostic]) -> dict[str, object]:
    """Return a SARIF 2.1.0 log (OASIS) with one run."""
    results = [_sarif_result(one) for one in diagnostics]
    rules = sorted({str(result["ruleId"]) for result in results})
    driver = {"name": NAME, "version": VERSION, "rules": [{"id": rule} for rule in rules]}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }


def _sarif_result(diagnostic: Diagnostic) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": diagnostic.code,
        "level": diagnostic.severity.value,
        "message": {"text": _sentence(diagnostic)},
    }
    location: dict[str, object] = {}
    if place := diagnostic.location:
        physical: dict[str, object] = {"artifactLocation": {"uri": _uri(place.uri)}}
        if place.line is not None:
            physical["region"] = {"startLine": place.line, "startColumn": place.column or 1}
        location["physicalLocation"] = physical
    if diagnostic.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": diagnostic.pointer}]
    if location:
        result["locations"] = [location]
    return result


def _uri(name: str) -> str:
    """Return a URI reference (RFC 3986) for a path or URL."""
    if "://" in name:
        return quote(name, safe=":/?#[]@!$&'()*+,;=%~")
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), safe="/~")


def _sentence(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.message} {diagnostic.hint}" if diagnostic.hint else diagnostic.message


def _github_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in text
    )
