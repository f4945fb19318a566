"""Headers that tell of pages: how many rows there are, and what asks for the next ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .linking import urls
from .paging import next_cursor

if TYPE_CHECKING:
    from ...server._runtime import Call, Document
    from .behaviour import Role
    from .paging import Page


def page_headers(call: Call, role: Role, page: Page, document: Document) -> dict[str, str]:
    """Return what is true of a page in the headers that its role names.

    What leads on is empty behind the last page if the document demands it, else it is left out.
    """
    declared = call.operation.response(200)
    specs = declared.headers if declared is not None else {}
    asked = role.parameters.get("cursor", "")
    cursor = next((one.schema for one in call.operation.parameters if one.name == asked), "")
    truths: dict[str, Any] = {
        "next": next_cursor(page, document, cursor),
        "next_page": page.number + 1 if page.has_more else None,
        "next_link": urls(call, role, page)["next_link"],
        "more": "true" if page.has_more else "false",
        "total": page.total,
        "pages": page.count,
    }
    told: dict[str, str] = {}
    for meaning, name in role.headers.items():
        value = truths[meaning]
        if value is not None:
            told[name] = str(value)
        elif name in specs and specs[name].required:
            told[name] = ""
    return told
