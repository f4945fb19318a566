"""Pages linked by a header, and pages that the configuration describes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.config import Config, PageChoice

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
ROWS = {"type": "array", "items": {"type": "object", "properties": {"id": TEXT}}}
ENVELOPE = {"type": "object", "properties": {"a": ROWS, "b": ROWS, "on": TEXT, "n/1": ROWS}}
LINK = {"Link": {"schema": TEXT}}


def _get(
    answer: dict[str, Any], headers: dict[str, Any] | None = None, **query: Any
) -> dict[str, Any]:
    content = {"application/json": {"schema": answer}}
    response = {"description": "", "content": content, "headers": headers or {}}
    parameters = [{"name": name, "in": "query", "schema": one} for name, one in query.items()]
    return {"operationId": "listPets", "parameters": parameters, "responses": {"200": response}}


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (_get(ROWS, LINK), {"style": "link", "items": ""}),
        (_get(ROWS, {"link": {"schema": TEXT}}, limit=NUMBER), {"style": "link", "items": ""}),
        (
            _get({"type": "object", "properties": {"rows": ROWS}}, LINK, before=TEXT, size=NUMBER),
            {"style": "link", "items": "rows"},
        ),
        (_get({"type": "object", "properties": {"rows": ROWS}}, LINK), None),
        (_get({"type": "object"}, LINK), None),
        (
            _get(ROWS, LINK, page=NUMBER, per_page=NUMBER),
            {"style": "page", "items": "", "page": "page", "size": "per_page"},
        ),
    ],
)
def test_link_header_is_evidence(plan: Callable[..., Any], operation: Any, expected: Any) -> None:
    (found,) = plan({"/pets": {"get": operation}}).operations
    assert found["pagination"] == expected


def _planned(plan: Callable[..., Any], choice: PageChoice, key: str = "listPets") -> Any:
    config = Config(package="api", emit=("models", "client"), pagination={key: choice})
    return plan({"/pets": {"get": _get(ENVELOPE, at=TEXT, page=NUMBER)}}, config=config)


@pytest.mark.parametrize(
    ("choice", "expected", "text"),
    [
        (
            PageChoice("cursor", "a", {"cursor": "at", "next": "on"}),
            {"style": "cursor", "items": "a", "cursor": "at", "next": "on"},
            "`on` of one is the `at` of the next",
        ),
        (
            PageChoice("cursor", "a", {"cursor": "at", "last": "id"}),
            {"style": "cursor", "items": "a", "cursor": "at", "last": "id"},
            "begins behind the `id` sent as `at`",
        ),
        (
            PageChoice("cursor", "b", {"next": "on"}),
            {"style": "cursor", "items": "b", "cursor": "", "next": "on"},
            "`on` is the URL of the next one",
        ),
        (
            PageChoice("page", "n~11", {"page": "page"}, first=0),
            {"style": "page", "items": "n~11", "page": "page"},
            "numbered from 0 by `page`",
        ),
        (
            PageChoice("offset", "a", {"offset": "at"}),
            {"style": "offset", "items": "a", "offset": "at"},
            "`at` counts the items before a page",
        ),
        (PageChoice("link", "b"), {"style": "link", "items": "b"}, "header `Link`"),
    ],
)
def test_the_configuration_says_how_an_operation_pages(
    plan: Callable[..., Any], choice: PageChoice, expected: Any, text: str
) -> None:
    planned = _planned(plan, choice)
    assert planned.operations[0]["pagination"] == expected
    assert text in " ".join(planned.file("api/resources/pets.py").split())
    assert not planned.codes
    assert _planned(plan, choice, "#/paths/~1pets/get").operations == planned.operations


@pytest.mark.parametrize(
    "choice",
    [
        PageChoice("cursor", "c", {"cursor": "at", "next": "on"}),  # no such list
        PageChoice("link"),  # which list?
        PageChoice("cursor", "a", {"cursor": "gone", "next": "on"}),  # no such parameter
        PageChoice("page", "a"),
        PageChoice("cursor", "a", {"cursor": "at"}),  # from where?
    ],
)
def test_what_does_not_fit_the_document_is_said(
    plan: Callable[..., Any], choice: PageChoice
) -> None:
    planned = _planned(plan, choice)
    assert planned.operations[0]["pagination"] is None
    assert planned.codes == ["bad-pagination"]


def test_pages_can_be_turned_off(plan: Callable[..., Any]) -> None:
    config = Config(emit=("models", "client"), pagination={"listPets": PageChoice("none")})
    (found,) = plan({"/pets": {"get": _get(ROWS, LINK)}}, config=config).operations
    assert found["pagination"] is None


def test_operation_that_is_none(plan: Callable[..., Any]) -> None:
    assert _planned(plan, PageChoice("none"), "listDogs").codes == ["unknown-paged-operation"]
