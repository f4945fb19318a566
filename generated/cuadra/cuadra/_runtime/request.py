"""From an operation and its arguments to the request to send: no input or output happens here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from .auth import AuthPlan, query_pair
from .config import check_retries, check_total_timeout, timeout_extension
from .omission import Omit, omit
from .options import RequestOptions
from .parameters import cookie_pair, cookie_pairs, header_text, path_text, query_pairs
from .retries import IDEMPOTENT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .bodies import Body, EncodedBody
    from .config import ClientConfig
    from .operations import Operation
    from .options import Progress


class Arguments(NamedTuple):
    """What a method passes on; values that are ``omit`` or ``None`` are not sent (body: ``omit``)."""

    path: Mapping[str, object] | None = None
    query: Mapping[str, object] | None = None
    headers: Mapping[str, object] | None = None
    cookies: Mapping[str, object] | None = None
    body: Body | None = None
    options: RequestOptions | None = None


_NO_OPTIONS: RequestOptions = {}
_OPTION_NAMES = RequestOptions.__optional_keys__


@dataclass(slots=True)
class Call:
    """One call, ready to be sent as often as it takes. ``headers``: lower case -> name, value."""

    operation: Operation[Any]
    method: str
    url: str
    headers: dict[str, tuple[str, str]]
    cookies: list[str]
    body: EncodedBody | None
    timeout: dict[str, float | None] | None
    max_retries: int
    auth: AuthPlan
    repeatable: bool
    streamed: bool
    total_timeout: float | None = None
    reconnects: int = 0

    @property
    def resumable(self) -> bool:
        """Whether its stream may be asked for again: the caller wants it, and the body is at hand."""
        return self.reconnects > 0 and (self.body is None or self.body.rewindable)


def prepare(
    config: ClientConfig,
    operation: Operation[Any],
    arguments: Arguments,
    *,
    streamed: bool = False,
) -> Call:
    """Builds the call. Raises ``ValueError`` and ``TypeError`` for arguments that cannot be sent."""
    options = arguments.options or _NO_OPTIONS
    if options and not options.keys() <= _OPTION_NAMES:
        raise _unexpected(operation, options)
    headers = config.common_headers.copy()
    table = operation.table
    headers["accept"] = ("Accept", table.accept_stream if streamed else table.accept)
    body = arguments.body
    if body is not None and "extra_body" in options:
        body = body.merged(options["extra_body"])
    encoded = body.encode() if body is not None else None
    if encoded is not None and "on_upload" in options:
        encoded = _reported(encoded, options["on_upload"])
    if encoded is not None:
        headers["content-type"] = ("Content-Type", encoded.media_type)
    if arguments.headers:
        _add_headers(headers, arguments.headers)
    if operation.idempotency_header:
        name = operation.idempotency_header
        headers.setdefault(name.lower(), (name, str(uuid4())))
    if "extra_headers" in options:
        _add_extra_headers(headers, options["extra_headers"])
    url, own = _url(config, operation, arguments, options)
    timeout = config.timeout_extension
    if "timeout" in options:
        timeout = timeout_extension(options["timeout"])
    return Call(
        operation=operation,
        method=operation.method,
        url=url,
        headers=headers,
        cookies=_cookies(arguments.cookies),
        body=encoded,
        timeout=timeout,
        max_retries=check_retries(options.get("max_retries", config.max_retries)),
        auth=config.credentials.plan(operation.security) if own else AuthPlan(),
        repeatable=operation.method in IDEMPOTENT
        or operation.idempotency_header.lower() in headers
        or "idempotency-key" in headers,
        streamed=streamed,
        total_timeout=(
            check_total_timeout(options["total_timeout"])
            if "total_timeout" in options
            else config.total_timeout
        ),
        reconnects=options.get("reconnects", 0),
    )


def _unexpected(operation: Operation[Any], options: RequestOptions) -> TypeError:
    """Returns the error for a misspelt argument, which would go unnoticed among the options."""
    name = min(options.keys() - _OPTION_NAMES)
    place = f"{operation.method} {operation.path}"
    return TypeError(f"got an unexpected keyword argument {name!r} ({place})")


def _reported(body: EncodedBody, progress: Progress) -> EncodedBody:
    from .progress import ReportedContent

    return replace(body, content=ReportedContent(body.content, progress))


def _add_headers(headers: dict[str, tuple[str, str]], values: Mapping[str, object]) -> None:
    for name, value in values.items():
        if value is not omit and value is not None:
            headers[name.lower()] = (name, header_text(name, value))


def _add_extra_headers(
    headers: dict[str, tuple[str, str]], extra: Mapping[str, str | Omit]
) -> None:
    for name, value in extra.items():
        key = name.lower()
        if isinstance(value, Omit):
            headers.pop(key, None)
        elif key != "content-type" or not (
            value.lower().startswith("multipart/") and "boundary=" in headers.get(key, ("", ""))[1]
        ):  # a body that names its boundary cannot have another one
            headers[key] = (name, header_text(name, value))


def _url(
    config: ClientConfig,
    operation: Operation[Any],
    arguments: Arguments,
    options: RequestOptions,
) -> tuple[str, bool]:
    """Returns the URL, and whether it is the API's own, which gets the credentials."""
    template = operation.template
    path = template.literals[0]
    if template.names:
        values = arguments.path or {}
        for name, literal in zip(template.names, template.literals[1:], strict=True):
            path += path_text(name, values.get(name)) + literal
    own = True
    if path.startswith(("https://", "http://")):
        url = path
        own = _same_origin(path, config.base_for(operation.server))
    else:
        base = (
            config.default_base if operation.server is None else config.base_for(operation.server)
        )
        url = base + path if path.startswith("/") else f"{base}/{path}"
    query = arguments.query
    if config.query or "extra_query" in options:
        given = {k: v for k, v in (query or {}).items() if v is not omit and v is not None}
        query = {**config.query, **given, **options.get("extra_query", {})}
    if query:
        pairs = [
            one
            for name, value in query.items()
            if value is not omit and value is not None
            for one in query_pairs(name, value)
        ]
        if pairs:
            url += ("&" if "?" in url else "?") + "&".join(pairs)
    return url, own


def _same_origin(url: str, other: str) -> bool:
    import httpx2

    return httpx2.URL(url).origin == httpx2.URL(other).origin


def _cookies(cookies: Mapping[str, object] | None) -> list[str]:
    if not cookies:
        return []
    return [
        one
        for name, value in cookies.items()
        if value is not omit and value is not None
        for one in cookie_pairs(name, value)
    ]


class Credentialed(NamedTuple):
    """A call with its credentials filled in: what is needed to build the request."""

    url: str
    headers: list[tuple[str, str]]
    cookie: str
    secret_headers: tuple[str, ...]


def with_credentials(call: Call, tokens: Mapping[str, str]) -> Credentialed:
    """Adds credentials to a call; ``tokens`` gives those of providers by ``location:name``.

    A header the caller set himself is left alone.
    """
    url, cookies = call.url, call.cookies
    headers = list(call.headers.values())
    secret_headers: tuple[str, ...] = ()
    for secret in call.auth.secrets:
        value = secret.value
        if secret.provider is not None:
            value += tokens[f"{secret.location}:{secret.name}"]
        if secret.location == "header":
            secret_headers += (secret.name,)
            if secret.name.lower() not in call.headers:
                headers.append((secret.name, header_text(secret.name, value)))
        elif secret.location == "query":
            url += ("&" if "?" in url else "?") + query_pair(secret, value)
        else:
            cookies = [*cookies, cookie_pair(secret.name, value)]
    return Credentialed(url, headers, "; ".join(cookies), secret_headers)
