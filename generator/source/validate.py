"""Judges a document by the meta-schema of its version, and on demand by openapi-spec-validator."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from ..diagnostics import Diagnostics
    from .document import Document
    from .tree import SpecTree

_MOST_FINDINGS: Final = 50
_LONGEST_MESSAGE: Final = 200
_HINT: Final = "Correct the document; it was read as far as possible."


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
    from .meta_schemas import meta_schema_findings  # as slow to import as to ask

    found = (
        (pointer, _shortened(message))
        for pointer, message in meta_schema_findings(document.data, version)
    )
    _report("invalid-openapi", found, diagnostics)
    if thorough:
        told = {one.pointer for one in diagnostics if one.code == "invalid-openapi"}
        findings = _thorough_findings(document, tree, version, told)
        _report("invalid-openapi", findings, diagnostics)


def _meta_schema_version(version: str) -> str | None:
    return next(
        (known for known in ("3.2", "3.1", "3.0", "2.0") if version.startswith(known)), None
    )


def _report(code: str, findings: Iterator[tuple[str, str]], diagnostics: Diagnostics) -> None:
    for pointer, message in islice(findings, _MOST_FINDINGS):
        diagnostics.warn(code, pointer, message, _HINT)
    further = sum(1 for _ in findings)
    if further:
        diagnostics.warn(
            "more-findings", "#", f"{further} further findings of this kind are not shown", _HINT
        )


def _shortened(message: str) -> str:
    text = " ".join(message.split())
    if len(text) <= _LONGEST_MESSAGE:
        return text
    half = _LONGEST_MESSAGE // 2
    return f"{text[:half]} ... {text[-half:]}"


def _thorough_findings(
    document: Document, tree: SpecTree, version: str, told: Container[str]
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
        for pointer, message in thorough_findings(judged, version, told):
            yield pointer, _shortened(message)
    except Exception as error:  # noqa: BLE001 - a library's own failure must not end the run
        yield "#", _shortened(f"openapi-spec-validator gave up: {type(error).__name__}: {error}")
