"""The ``Link`` header of a page (RFC 8288), where the document declares one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from .paging import make_cursor

if TYPE_CHECKING:
    from ...server._runtime import Call
    from .behaviour import Role
    from .paging import Page


def links(call: Call, role: Role, page: Page) -> dict[str, str]:
    """Return the header that leads to the other pages: next, prev, first and last, as far as they are."""
    declared = call.operation.response(200)
    names = declared.headers if declared is not None else {}
    header = next((name for name in names if name.lower() == "link"), "")
    if not header:
        return {}
    found: dict[str, dict[str, int | str]] = {}
    if page.has_more:
        found["next"] = _at(role, page, page.end, 1)
    if page.start > 0 and "cursor" not in role.parameters:
        found["prev"] = _at(role, page, max(page.start - page.limit, 0), -1)
    told = [f'<{_url(call, changed)}>; rel="{kind}"' for kind, changed in found.items() if changed]
    return {header: ", ".join(told)} if told else {}


def urls(call: Call, role: Role, page: Page) -> dict[str, str | None]:
    """Return where the pages are, for a body that tells it, by what the fields mean; ``None`` for no page."""
    own = call.request
    found: dict[str, str | None] = {"self": _absolute(call, own.query_string), "previous": None}
    whole = found["self"] if page.start == 0 and not page.has_more else None
    found |= {"next_link": None, "first": whole, "last": whole}
    places: dict[str, dict[str, int | str]] = {}
    if page.has_more:
        places["next_link"] = _at(role, page, page.end, 1)
    if page.start > 0 and "cursor" not in role.parameters:
        places["previous"] = _at(role, page, max(page.start - page.limit, 0), -1)
    if whole is None and "cursor" not in role.parameters:
        before = page.start // page.limit
        pages = -(-page.total // page.limit)
        places["first"] = _at(role, page, 0, -before)
        places["last"] = _at(role, page, (pages - 1) * page.limit, pages - 1 - before)
    return found | {name: _url(call, changed) for name, changed in places.items() if changed}


def _at(role: Role, page: Page, start: int, step: int) -> dict[str, int | str]:
    names = role.parameters
    if "page" in names:
        return {names["page"]: page.number + step}
    if "offset" in names:
        return {names["offset"]: start}
    return {names["cursor"]: make_cursor(start)} if "cursor" in names else {}


def _url(call: Call, changed: dict[str, int | str]) -> str:
    kept = parse_qsl(call.request.query_string, keep_blank_values=True)
    pairs = [(name, value) for name, value in kept if name not in changed]
    return _absolute(call, urlencode([*pairs, *changed.items()]))


def _absolute(call: Call, query: str) -> str:
    host = call.request.headers.get("host")
    path = f"{call.request.path}?{query}" if query else call.request.path
    return f"http://{host}{path}" if host else path
