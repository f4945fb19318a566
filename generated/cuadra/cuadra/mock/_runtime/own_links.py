"""Links of answers that lead to the API: they lead to the mock, which stands in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ...server._runtime import Response

if TYPE_CHECKING:
    from ...server._runtime import Call, Document

_SCHEMES = ("http", "https")


class OwnLinks:
    """Puts the address of the mock in the place of those that a document names as its servers'.

    Clients of many APIs follow the URLs of an answer, and some refuse those of another host.
    """

    def __init__(self, document: Document) -> None:
        parts = [urlsplit(url) for url in server_urls(document) if "{" not in url]
        self._origins = tuple(
            dict.fromkeys(
                f"{one.scheme}://{one.netloc}".encode() for one in parts if one.scheme in _SCHEMES
            )
        )

    def __call__(self, call: Call, answer: Any) -> Any:
        """Return an answer with links to the host that was asked, unless the request has such URLs itself."""
        if not isinstance(answer, Response):
            return answer
        found: Response = answer
        for origin in self._origins:
            body = found.body
            if isinstance(body, bytes) and origin in body and origin not in call.request.body:
                found = self._led(found, body, origin, call.request.headers.get("host"))
        return found

    def _led(self, answer: Response, content: bytes, origin: bytes, host: str) -> Response:
        kind = next((value for name, value in answer.headers if name == "content-type"), "")
        if not host or origin.endswith(f"//{host}".encode()) or "json" not in kind:
            return answer
        body = _replaced(content, origin, f"http://{host}".encode())
        length = str(len(body))
        headers = [(n, length if n == "content-length" else v) for n, v in answer.headers]
        return Response(answer.status, headers, body)


def server_urls(document: Document) -> list[str]:
    """Return the URLs of the document's servers as it has them."""
    servers = document.openapi.get("servers")
    urls = [one.get("url") for one in servers if isinstance(one, dict)] if servers else []
    return [url for url in urls if isinstance(url, str)]


def _replaced(body: bytes, origin: bytes, own: bytes) -> bytes:
    """Replace an origin where a path, a query, or nothing at all follows: not in ``https://api.example.com.au``."""
    found = body
    for end in (b"/", b"?", b"#", b'"', b"{"):
        found = found.replace(origin + end, own + end)
    return found
