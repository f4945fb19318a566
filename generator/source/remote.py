"""Documents from the network, within limits of size, time and address."""

from __future__ import annotations

import ipaddress
import socket
import time
from typing import Final
from urllib.parse import urljoin, urlsplit

import httpx2

from .document import SourceError, fault
from .limits import MAX_REMOTE_BYTES, MAX_REMOTE_SECONDS

_MOST_REDIRECTS: Final = 5
_ACCEPT: Final = "application/vnd.oai.openapi+json, application/json, application/yaml, */*;q=0.5"
_CHECK_URL: Final = "Check the address, or download the document and give its path."
_Origin = tuple[str, str | None, int | None]


def fetch_url(url: str) -> bytes:
    """Return what is at a URL that the user named; any address is allowed.

    Raises:
        SourceError: it cannot be reached in time, answers with an error, or is too large.
    """
    return _fetch(url, trusted=None)


def fetch_reference(url: str, root_uri: str) -> bytes:
    """Return what is at a URL that a document named.

    Private, loopback and other special addresses are refused, unless the root document itself was
    read from the same origin. The address that was checked is the one connected to.

    Raises:
        SourceError: it is refused, or as for ``fetch_url``.
    """
    return _fetch(url, trusted=_origin(root_uri))


def _fetch(url: str, trusted: _Origin | None) -> bytes:
    deadline = time.monotonic() + MAX_REMOTE_SECONDS
    current = url
    try:
        with httpx2.Client(timeout=MAX_REMOTE_SECONDS / 3) as client:
            for _ in range(_MOST_REDIRECTS + 1):
                pinned = None
                if trusted is not None and _origin(current) != trusted:
                    pinned = _public_address(url, current)
                answer = _get(client, url, current, pinned, deadline)
                if isinstance(answer, bytes):
                    return answer
                current = answer
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
        reason = str(error) or type(error).__name__
        raise _unreachable(url, f"the URL cannot be read: {reason}") from None
    raise _unreachable(url, "the URL redirects too often")


def _get(
    client: httpx2.Client, url: str, current: str, pinned: str | None, deadline: float
) -> bytes | str:
    """Return the content at ``current``, or the URL it redirects to."""
    target = httpx2.URL(current)
    if target.scheme not in ("http", "https"):
        raise _unreachable(url, f"the URL redirects to {target.scheme}:, which is not followed")
    headers = {"accept": _ACCEPT}
    extensions = {}
    if pinned is not None:
        headers["host"] = target.netloc.decode("ascii")
        extensions["sni_hostname"] = target.host
        target = target.copy_with(host=pinned)
    with client.stream("GET", target, headers=headers, extensions=extensions) as response:
        if response.has_redirect_location:
            return urljoin(current, response.headers["location"])
        if response.status_code != 200:
            raise _unreachable(url, f"the URL answers with status {response.status_code}")
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > MAX_REMOTE_BYTES:
                raise fault(
                    url,
                    "document-too-large",
                    f"the document is larger than {MAX_REMOTE_BYTES // (1024 * 1024)} MB",
                    _CHECK_URL,
                )
            if time.monotonic() > deadline:
                raise _unreachable(url, f"the URL took longer than {MAX_REMOTE_SECONDS:.0f} s")
        return bytes(content)


def _public_address(url: str, current: str) -> str:
    """Return an address of the host, if all of its addresses are public."""
    parts = urlsplit(current)
    found = socket.getaddrinfo(parts.hostname or "", parts.port, type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        if not ipaddress.ip_address(address.partition("%")[0]).is_global:
            raise _unreachable(url, f"{parts.hostname} is not a public address; it is not read")
    return addresses[0]


def _origin(url: str) -> _Origin:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ("", None, None)
    default = {"http": 80, "https": 443}.get(parts.scheme)
    return (parts.scheme, parts.hostname, port or default)


def _unreachable(url: str, message: str) -> SourceError:
    return fault(url, "unreachable-url", message, _CHECK_URL)
