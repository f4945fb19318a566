"""Asks the published meta-schema of a version of OpenAPI, and says what was most likely meant."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jsonschema_rs import ValidationErrorKind, validator_for

from . import pointers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema_rs import ValidationError

_JSON_SCHEMA: Final = "https://json-schema.org/draft/2020-12/schema"


def meta_schema_findings(data: dict[str, Any], version: str) -> Iterator[tuple[str, str]]:
    """Yield pointer and message of what the meta-schema of this version (``3.1``) objects to."""
    for error in validator_for(_meta_schema(version)).iter_errors(data):
        cause = _cause(error)
        yield pointers.from_keys(cause.instance_path), cause.message


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
