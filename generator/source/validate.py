"""Judges a document by the meta-schema of its version, and on demand by openapi-spec-validator."""

from __future__ import annotations

import json
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jsonschema_rs import ValidationErrorKind, validator_for

from . import pointers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema_rs import ValidationError

    from ..diagnostics import Diagnostics
    from .document import Document
    from .tree import SpecTree

_MOST_FINDINGS: Final = 50
_LONGEST_MESSAGE: Final = 200
_HINT: Final = "Correct the document; it was read as far as possible."
_JSON_SCHEMA: Final = "https://json-schema.org/draft/2020-12/schema"


def validate(
    document: Document, tree: SpecTree, diagnostics: Diagnostics, *, thorough: bool
) -> None:
    """Report what is wrong with a document as warnings; nothing is raised.

    The published meta-schema of the declared version is always asked. ``thorough`` adds
    openapi-spec-validator (references, examples, path parameters), which takes its time.
    """
    version = _meta_schema_version(tree.version)
    if version is None:
        diagnostics.warn(
            "unknown-version",
            "#/swagger" if "swagger" in document.data else "#/openapi",
            f"OpenAPI {tree.version[:20]} is not known; the document was read as 3.1",
            "Write 3.2.0, 3.1.1, 3.0.4 or 2.0.",
        )
        return
    errors = validator_for(_meta_schema(version)).iter_errors(document.data)
    _report("invalid-openapi", _findings(errors), diagnostics)
    if thorough:
        _report("invalid-openapi", _thorough_findings(document, tree, version), diagnostics)


def _meta_schema_version(version: str) -> str | None:
    return next(
        (known for known in ("3.2", "3.1", "3.0", "2.0") if version.startswith(known)), None
    )


def _meta_schema(version: str) -> dict[str, Any]:
    """Read a meta-schema from openapi-spec-validator's data, without importing the package."""
    package = find_spec("openapi_spec_validator")
    if package is None or package.origin is None:  # pragma: no cover - it is a dependency
        return {}
    path = Path(package.origin).parent / "resources" / "schemas" / f"v{version}" / "schema.json"
    schema: dict[str, Any] = json.loads(path.read_bytes())
    if version >= "3.1":
        # The published meta-schema leaves Schema Objects open; they are JSON Schema by default.
        schema["$defs"]["schema"] = {"$dynamicAnchor": "meta", "$ref": _JSON_SCHEMA}
    return schema


def _report(code: str, findings: Iterator[tuple[str, str]], diagnostics: Diagnostics) -> None:
    for pointer, message in islice(findings, _MOST_FINDINGS):
        diagnostics.warn(code, pointer, message, _HINT)
    further = sum(1 for _ in findings)
    if further:
        diagnostics.warn(
            "more-findings", "#", f"{further} further findings of this kind are not shown", _HINT
        )


def _findings(errors: Iterator[ValidationError]) -> Iterator[tuple[str, str]]:
    for error in errors:
        cause = _cause(error)
        yield pointers.from_keys(cause.instance_path), _shortened(cause.message)


def _cause(error: ValidationError) -> ValidationError:
    """Return what is wrong in the alternative that was most likely meant."""
    for _ in range(10):
        kind = error.kind
        if not isinstance(kind, ValidationErrorKind.OneOfNotValid | ValidationErrorKind.AnyOf):
            break
        branches: list[list[ValidationError]] = [
            branch for branch in kind.context if branch and not _wants_reference(branch)
        ]
        if not branches:
            break
        nearest = min(branches, key=len)
        error = max(nearest, key=lambda found: len(found.instance_path))
    return error


def _wants_reference(branch: list[ValidationError]) -> bool:
    kinds = (error.kind for error in branch)
    return any(
        isinstance(kind, ValidationErrorKind.Required) and kind.property == "$ref" for kind in kinds
    )


def _shortened(message: str) -> str:
    text = " ".join(message.split())
    if len(text) <= _LONGEST_MESSAGE:
        return text
    half = _LONGEST_MESSAGE // 2
    return f"{text[:half]} ... {text[-half:]}"


def _thorough_findings(
    document: Document, tree: SpecTree, version: str
) -> Iterator[tuple[str, str]]:
    """Judge the document as it is written, so that messages speak of what its author knows.

    Of several files, which the validator may not open by itself, it judges the bundle.
    """
    # Slow to import and to run, so only here.
    from .thorough import thorough_findings
    from .tree import bundle_text

    judged: Any = document.data
    if len(tree.origins) > 1:
        judged = json.loads(bundle_text(tree))
        version = "3.2" if version == "3.2" else "3.1"
    try:
        for pointer, message in thorough_findings(judged, version):
            yield pointer, _shortened(message)
    except Exception as error:  # noqa: BLE001 - a library's own failure must not end the run
        yield "#", _shortened(f"openapi-spec-validator gave up: {type(error).__name__}: {error}")
