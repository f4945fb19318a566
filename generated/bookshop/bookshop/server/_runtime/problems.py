"""Error responses: the declared one of the operation, filled with what really happened."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from .coercion import ALL_TYPES, json_types
from .error_bodies import ErrorFiller
from .exchange import Response, Violation
from .json_text import dump_json
from .operations import media_range
from .usual_errors import usual_error

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .document import Document
    from .operations import MediaSpec, OperationSpec, ResponseSpec

# Where a document does not declare the usual status for a fault of the request, it means another.
_ALTERNATIVES = {400: (422,), 415: (400, 422), 422: (400,), 413: (400, 422)}
_XML = frozenset({"application/xml", "text/xml"})
_PREFERRED_MEDIA = ("application/json", "application/problem+json")


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, before it is put into the form a document declares."""

    status: int
    detail: str
    violations: Sequence[Violation] = ()
    code: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The reason phrase of the status (RFC 9110, section 15)."""
        try:
            return HTTPStatus(self.status).phrase
        except ValueError:
            return f"Status {self.status}"

    @property
    def slug(self) -> str:
        """A code for machines: ``not_found``."""
        return self.code or self.title.lower().replace(" ", "_").replace("-", "_")


class ErrorWriter:
    """Turns problems into responses.

    Args:
        sample: makes a valid value of the schema at a pointer; used where the declared body cannot be
            filled with the truth alone. ``None`` leaves the problem format for that.
    """

    def __init__(self, document: Document, sample: Callable[[str], Any] | None = None) -> None:
        self._document = document
        self._filler = ErrorFiller(document)
        self._sample = sample

    def write(self, operation: OperationSpec | None, problem: Problem) -> Response:
        """Return the response for ``problem`` that ``operation`` declares, or a problem (RFC 9457)."""
        declared = operation.response(problem.status) if operation else None
        if declared is None and operation is not None and problem.status < 500:
            return self._as_usual(problem)
        if declared is None or not _is_for_errors(declared):
            return _as_problem(problem)
        if not declared.content:
            headers = list(problem.headers.items())
            return Response(problem.status, [*headers, ("content-length", "0")])
        media = _choose_media(declared)
        of_vendor = self._of_vendor(declared) if media is None else None
        media = media or of_vendor
        if media is None:
            return _as_problem(problem)
        is_xml = _is_xml(media)
        if not (media.is_json or of_vendor or is_xml):
            return _respond(problem, media.name, str(problem.detail).encode())
        is_standard = media_range(media.name) == "application/problem+json"
        body = self._filler.fill(media.schema, problem, standard=is_standard)
        if is_xml:
            from .xml_text import xml_text

            told = body.value if body is not None else {"message": problem.detail}
            return _respond(problem, media.name, xml_text(self._document, media.schema, told))
        if body is None and self._sample is not None:
            sampled = self._sample(media.schema)
            if self._document.validator(media.schema).is_valid(sampled):
                return _respond(problem, media.name, dump_json(sampled))
        if body is None:
            return _as_problem(problem)
        return _respond(problem, media.name, dump_json(body.value))

    def _as_usual(self, problem: Problem) -> Response:
        """Return a refusal that nothing is declared for, in the form that other operations have for theirs."""
        body = self._filler.fill(self._usual, problem) if self._usual else None
        if body is None or not body.truths:
            return _as_problem(problem)
        return _respond(problem, "application/json", dump_json(body.value))

    @cached_property
    def _usual(self) -> str:
        return usual_error(self._document)

    def _of_vendor(self, declared: ResponseSpec) -> MediaSpec | None:
        """Return a media type of a vendor that names no syntax (RFC 6838, sections 3.2 and 4.2.8) and has objects.

        They are told as JSON, as servers that have such types do.
        """
        for media in declared.content:
            is_vendors = "/vnd." in media.name and "+" not in media.name
            if is_vendors and media.schema:
                types = json_types(self._document, self._document.schema(media.schema))
                if "object" in types and types != ALL_TYPES:
                    return media
        return None


def usual_refusal(document: Document) -> int:
    """Return the status that a document has for invalid requests: 400 where it knows that and no 422."""
    declared = {status for one in document.operations["operations"] for status in one["responses"]}
    return 400 if "400" in declared and "422" not in declared else 422


def refusal_status(operation: OperationSpec, preferred: int, usual: int = 422) -> int:
    """Return the declared status nearest to ``preferred`` for a fault of the request.

    Where none is declared it is the ``usual`` one; where one response stands for all errors it is 400, which is for every such fault (RFC 9110, section
    15.5.1) and which all clients know.
    """
    for status in (preferred, *_ALTERNATIVES.get(preferred, ())):
        if operation.declares(status):
            return status
    told = operation.responses
    if preferred == 422 and any(one.status == "default" for one in told):
        return 422 if any(one.status[:1] == "4" for one in told) else 400
    return usual if preferred == 422 else preferred


def _choose_media(declared: ResponseSpec) -> MediaSpec | None:
    for name in _PREFERRED_MEDIA:
        for media in declared.content:
            if media.name.partition(";")[0].strip() == name:
                return media
    for media in declared.content:
        if media.is_json or media.name.startswith("text/"):
            return media
    return next((media for media in declared.content if _is_xml(media)), None)


def _is_xml(media: MediaSpec) -> bool:
    """Whether a media type is XML (RFC 7303, section 9.1, and the suffix of RFC 6839)."""
    kind = media_range(media.name)
    return kind in _XML or kind.endswith("+xml")


def _is_for_errors(declared: ResponseSpec) -> bool:
    return declared.status[:1] in "45" or declared.status == "default"


def _as_problem(problem: Problem) -> Response:
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
    }
    if problem.violations:
        body["errors"] = [
            {"loc": list(item.loc), "message": item.message, "kind": item.kind}
            for item in problem.violations
        ]
    return _respond(problem, "application/problem+json", json.dumps(body).encode())


def _respond(problem: Problem, media_type: str, body: bytes) -> Response:
    headers = [("content-type", media_type), ("content-length", str(len(body)))]
    return Response(problem.status, [*headers, *problem.headers.items()], body)
