"""Lets pages of other origins call the mock (Fetch Standard, CORS protocol); its data is nobody's secret.

Cookies are not allowed along, and the control API stays closed to other origins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...server._runtime import Response

if TYPE_CHECKING:
    from ...server._runtime import Request

_LONGEST = "600"  # seconds that a browser need not ask again


def preflight(request: Request) -> Response | None:
    """Return the answer to a browser that asks whether it may call; ``None`` for any other request."""
    method = request.headers.get("access-control-request-method")
    if request.method != "OPTIONS" or not method or "origin" not in request.headers:
        return None
    headers = [("access-control-allow-methods", method), ("access-control-max-age", _LONGEST)]
    wanted = request.headers.get("access-control-request-headers")
    if wanted:
        headers.append(("access-control-allow-headers", wanted))
    return Response(204, headers)


def allow(response: Response) -> None:
    """Add what lets a page of another origin, that sent the request, read its response."""
    names = {name.lower() for name, _ in response.headers}
    if "access-control-allow-origin" not in names:
        response.headers.append(("access-control-allow-origin", "*"))
        response.headers.append(("access-control-expose-headers", "*"))
