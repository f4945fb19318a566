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


def next_url(call: Call, role: Role, page: Page) -> str | None:
    """Return where the next page is, for a body that tells it; ``None`` after the last one."""
    changed = _at(role, page, page.end, 1) if page.has_more else {}
    return _url(call, changed) if changed else None


def _at(role: Role, page: Page, start: int, step: int) -> dict[str, int | str]:
    names = role.parameters
    if "page" in names:
        return {names["page"]: page.number + step}
    if "offset" in names:
        return {names["offset"]: start}
    return {names["cursor"]: make_cursor(start)} if "cursor" in names else {}


def _url(call: Call, changed: dict[str, int | str]) -> str:
    request = call.request
    kept = parse_qsl(request.query_string, keep_blank_values=True)
    pairs = [(name, value) for name, value in kept if name not in changed]
    query = urlencode([*pairs, *changed.items()])
    host = request.headers.get("host")
    path = f"{request.path}?{query}"
    return f"http://{host}{path}" if host else path
