"""How operations page, in the runtime's words: inferred, or as the configuration says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analyze.page_fields import HEADER
from ...analyze.pagination import Paging, find_list, item_schema, paging
from ...analyze.responses import json_body, resolve
from ...ir.schemas import IntegerSchema, NumberSchema
from .plan import PagesPlan
from .types import ANY, NONE, UnionOf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ...config import PageChoice
    from ...diagnostics import Diagnostics
    from ...ir.api import Api
    from ...ir.operations import Operation
    from ...ir.schemas import Schema
    from .lowering import Lowering
    from .plan import Argument
    from .types import PyType

_STYLES = {
    "cursor": "CursorPages",
    "offset": "OffsetPages",
    "number": "NumberPages",
    "page": "NumberPages",
    "link": "LinkPages",
}
_MOVED = frozenset({"cursor", "offset", "page"})
_HINT = "See how the manifest describes other operations, under `pagination`."


class PagesPlanner:
    """Plans the pages of operations; ``choices``, by operation id or pointer, win over inference."""

    def __init__(
        self,
        api: Api,
        lowering: Lowering,
        choices: Mapping[str, PageChoice],
        diagnostics: Diagnostics,
    ) -> None:
        self._api = api
        self._lowering = lowering
        self._choices = choices
        self._diagnostics = diagnostics
        if choices:
            known = {one.operation_id for one in api.operations} | {
                one.pointer for one in api.operations
            }
            for key in choices:
                if key not in known:
                    message = f"the configuration says how {key} pages, which is no operation of the document"
                    hint = "Use an operationId or a pointer."
                    diagnostics.warn("unknown-paged-operation", "", message, hint)

    def plan(
        self, operation: Operation, result: PyType, arguments: Iterable[Argument]
    ) -> PagesPlan | None:
        """Return how an operation pages, ``None`` where it does not."""
        choice = self._choices.get(operation.pointer) or self._choices.get(operation.operation_id)
        if choice is not None and choice.style == "none":
            return None
        is_page = result not in {NONE, ANY} and not isinstance(result, UnionOf)
        if choice is None:
            found = paging(operation, self._api) if is_page else None
            return self._pages(found, operation, arguments) if found is not None else None
        chosen = self._chosen(operation, choice) if is_page else None
        pages = self._pages(chosen, operation, arguments) if chosen is not None else None
        if pages is None:
            message = (
                f"{operation.method} {operation.path} does not page as the configuration says:"
                " its answer has no such list, or its request no such parameter; it is not paged"
            )
            self._diagnostics.warn("bad-pagination", operation.pointer, message, _HINT)
        return pages

    def _chosen(self, operation: Operation, choice: PageChoice) -> Paging | None:
        media = json_body(operation)
        if media is None or media.schema is None:
            return None
        found: tuple[str, Schema] | None
        if choice.items is None:
            found = find_list(media.schema, operation, self._api)
        else:
            item = item_schema(media.schema, choice.items, self._api)
            found = (choice.items, item) if item is not None else None
        if found is None:
            return None
        kind = "number" if choice.style == "page" else choice.style
        assert kind != "none"  # noqa: S101 -- asked by the caller
        fields = tuple(choice.fields.items())
        if kind == "cursor" and not _leads_on(choice.fields):
            return None
        return Paging(kind, found[0], found[1], fields, choice.location, choice.first)

    def _pages(
        self, found: Paging, operation: Operation, arguments: Iterable[Argument]
    ) -> PagesPlan | None:
        place = "property" if found.location == "body" else found.location
        sent = {argument.wire_name for argument in arguments if argument.place == place}
        moved = next((name for kind, name in found.fields if kind in _MOVED), "")
        if moved not in sent and (moved or found.kind in {"offset", "number"}):
            return None
        fields = found.fields
        if found.kind == "cursor" and not moved:  # the body gives the URL of the next page
            fields = (("cursor", ""), *fields)
        default_size, max_size = self._sizes(found, operation)
        return PagesPlan(
            style=_STYLES[found.kind],  # type: ignore[arg-type]  # a closed table of the four names
            item=self._lowering.type_of(found.item),
            items=found.items,
            fields=fields,
            location=found.location,
            first=found.first,
            default_size=default_size,
            max_size=max_size,
        )

    def _sizes(self, found: Paging, operation: Operation) -> tuple[int, int]:
        """Return how many items a page has by default and at most, as far as its parameter says so."""
        size = next((name for kind, name in found.fields if kind in {"limit", "size"}), "")
        if found.kind not in {"offset", "number"} or found.location != "query" or not size:
            return 0, 0
        for parameter in operation.parameters:
            if parameter.location == "query" and parameter.name == size:
                schema = resolve(parameter.schema, self._api)
                if isinstance(schema, IntegerSchema | NumberSchema):
                    beside = _count(parameter.schema.annotations.default)
                    default = beside or _count(schema.annotations.default)
                    return default, _count(schema.constraints.maximum)
        return 0, 0


def _count(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0


def _leads_on(fields: Mapping[str, str]) -> bool:
    """Whether a cursor is read from somewhere; that of the last item also has to be sent."""
    return "next" in fields or ("last" in fields and "cursor" in fields)


def pages_text(pages: PagesPlan) -> str:
    """Say how one gets from page to page: the evidence for paging, in a sentence or two."""
    return " ".join(("Iterating over it goes through the items of all pages.", *_evidence(pages)))


def _evidence(pages: PagesPlan) -> Iterator[str]:
    fields = {name: _shown(path) for name, path in pages.fields if path}
    if pages.style == "LinkPages":
        yield "The header `Link` leads from one to the next."
    elif pages.style == "NumberPages":
        yield f"They are numbered from {pages.first} by {fields['page']}."
    elif pages.style == "OffsetPages":
        yield f"{fields['offset']} counts the items before a page."
    elif "cursor" not in fields:
        yield f"{_capitalized(fields['next'])} is the URL of the next one."
    elif "last" in fields:
        yield f"The next one begins behind the {fields['last']} sent as {fields['cursor']}."
    else:
        yield f"{_capitalized(fields['next'])} of one is the {fields['cursor']} of the next."


def _shown(path: str) -> str:
    if path.startswith(HEADER):
        return f"the header `{path.removeprefix(HEADER)}`"
    return f"`{path.replace('/', '.')}`"


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]
