"""Logging: one logger per package, and no secrets in its log nor in that of the transport."""

from __future__ import annotations

import logging
import re
from time import perf_counter
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import httpx2

    from .auth import AuthPlan

HIDDEN = "[hidden]"
_SECRET_NAME = re.compile(
    r"^(?!idempoten).*?(auth|token|secret|password|credential|signature|session|cookie"
    r"|(api|access|app)[-_]?key|(^|[-_])(key|sig)$)",
    re.IGNORECASE,
)
_SENSITIVE = (
    "access_token|api[-_]?key|client_secret|password|sig|signature"
    "|x-(?:amz|goog)-(?:signature|credential|security-token)"
)
_USER = re.compile(r"(?<=://)[^/?#\s@]+(?=@)")
_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING}

logger = logging.getLogger(__name__.split(".", maxsplit=1)[0])


class _HideParameters(logging.Filter):
    """Blanks what holds credentials in the URLs that are logged."""

    def __init__(self) -> None:
        super().__init__()
        self._names: set[str] = set()
        self._pattern = self._compiled()

    def add(self, name: str) -> None:
        """Adds a parameter to blank."""
        if name not in self._names:
            self._names.add(name)
            self._pattern = self._compiled()

    def _compiled(self) -> re.Pattern[str]:
        names = (re.escape(quote(one, safe="")) for one in sorted(self._names))
        parameters = "|".join((_SENSITIVE, *names))
        return re.compile(f"([?&](?:{parameters})=)[^&#\\s]*", re.IGNORECASE)

    def filter(self, record: logging.LogRecord) -> bool:
        """Changes the record's arguments; lets every record pass."""
        if isinstance(record.args, tuple):
            record.args = tuple(map(self._hide, record.args))
        return True

    def _hide(self, argument: object) -> object:
        text = str(argument)
        return self.hide(text) if "://" in text else argument

    def hide(self, text: str) -> str:
        """Returns ``text`` with these parameters blanked, and what stands before the host."""
        return _USER.sub(HIDDEN, self._pattern.sub(rf"\1{HIDDEN}", text))


_HIDE = _HideParameters()


def hide_query_parameter(name: str) -> None:
    """Keeps a query parameter's value out of all logs."""
    _HIDE.add(name)


def guard_transport() -> None:
    """Keeps what holds credentials in URLs out of the log of ``httpx2``, too."""
    transport = logging.getLogger("httpx2")
    if _HIDE not in transport.filters:
        transport.addFilter(_HIDE)


def without_secrets(url: str) -> str:
    """Returns a URL with what holds credentials blanked: parameters, user and password."""
    return _HIDE.hide(url)


def sounds_secret(name: str) -> bool:
    """Whether a header of this name is likely to hold a credential."""
    return _SECRET_NAME.search(name) is not None


def shown_headers(headers: Mapping[str, str], secret: Iterable[str] = ()) -> dict[str, str]:
    """Returns headers to show: those in ``secret`` and those that sound like one are blanked."""
    names = {name.lower() for name in secret}
    return {
        name: HIDDEN if name.lower() in names or sounds_secret(name) else without_secrets(value)
        for name, value in headers.items()
    }


def turn_on(level: str) -> None:
    """Sends the log of this package to standard error, from ``debug``, ``info`` or ``warning`` on.

    Other words turn nothing on, and a logger that has handlers keeps them.
    """
    number = _LEVELS.get(level.strip().lower())
    if number is None:
        return
    logger.setLevel(number)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        logger.addHandler(handler)


def log_request(request: httpx2.Request, auth: AuthPlan) -> float:
    """Logs a request with its headers (``debug``), and returns the time."""
    if logger.isEnabledFor(logging.DEBUG):
        headers = shown_headers(request.headers, [secret.name for secret in auth.secrets])
        logger.debug("%s %s %s", request.method, without_secrets(str(request.url)), headers)
    return perf_counter()


def log_response(response: httpx2.Response, begin: float) -> None:
    """Logs how a request was answered, from ``begin`` until now, with its headers (``debug``)."""
    took = (perf_counter() - begin) * 1000
    url = without_secrets(str(response.request.url))
    what = (response.request.method, url, response.status_code, took)
    logger.info("%s %s: %d in %.0f ms", *what)
    if logger.isEnabledFor(logging.DEBUG):
        logger.debug("%s", shown_headers(response.headers))
