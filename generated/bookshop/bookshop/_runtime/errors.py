"""All errors a client raises. Each can be pickled; none holds a request, whose headers are secret."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class APIError(Exception):
    """Base of all errors of this package."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __reduce__(self) -> tuple[Any, ...]:
        # Subclasses take other arguments than Exception.args; their state is their __dict__.
        return _restore, (type(self), self.message, self.__dict__.copy())


def _restore(kind: type[APIError], message: str, state: dict[str, Any]) -> APIError:
    error = kind.__new__(kind)
    error.args = (message,)
    error.__dict__.update(state)
    return error


class APIConnectionError(APIError):
    """No (complete) response came.

    ``retries`` says how often the call was repeated, ``why_no_retry`` why not once more.
    """

    def __init__(self, message: str, *, retries: int = 0, why_no_retry: str = "") -> None:
        super().__init__(message)
        self.retries = retries
        self.why_no_retry = why_no_retry


class APITimeoutError(APIConnectionError):
    """No (complete) response came in time."""


class Deviation(NamedTuple):
    """Where in a JSON body something is not as the API's document says, and what."""

    path: tuple[str | int, ...]
    message: str


class DecodeError(APIError):
    """A response is not what the API's document promises.

    ``path`` is the place in the JSON body (``("items", 0, "id")``), ``status`` and ``media_type``
    describe the response, and ``text`` is its body as far as it is text. ``deviations`` are all that a
    strict client found, the first of which the message is about.
    """

    def __init__(
        self,
        message: str,
        *,
        path: tuple[str | int, ...] = (),
        status: int = 0,
        media_type: str = "",
        text: str = "",
        deviations: tuple[Deviation, ...] = (),
    ) -> None:
        super().__init__(message)
        self.path = path
        self.status = status
        self.media_type = media_type
        self.text = text
        self.deviations = deviations


class StreamError(APIError):
    """A stream reported an error in band, or what it sent cannot be read; ``body`` is what it sent."""

    def __init__(self, message: str, *, body: object = None) -> None:
        super().__init__(message)
        self.body = body


class PaginationError(APIError):
    """The server's pages do not advance, so that walking them would never end."""


class APIStatusError(APIError):
    """The API answered with an error status.

    ``body`` is the decoded body: typed where the document describes it, else plain data or text.
    ``headers`` has lower-case names. ``retries`` says how often the call was repeated,
    ``why_no_retry`` why not once more. ``method`` and ``url`` are those of the call, without
    credentials.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int,
        headers: Mapping[str, str],
        body: object = None,
        raw: bytes = b"",
        retries: int = 0,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.headers = dict(headers)
        self.body = body
        self.raw = raw
        self.retries = retries
        self.why_no_retry = ""
        self.method = ""
        self.url = ""

    @property
    def request_id(self) -> str | None:
        """The server's id of the request, from the headers that usually carry it."""
        return find_request_id(self.headers)

    @property
    def problem(self) -> dict[str, Any] | None:
        """The body as plain data if it is a JSON object (RFC 9457 problem details or other)."""
        from .serialization import to_json_value

        value = to_json_value(self.body) if self.body is not None else None
        return value if isinstance(value, dict) else None


class BadRequestError(APIStatusError):
    """The API answered 400 Bad Request."""


class AuthenticationError(APIStatusError):
    """The API answered 401 Unauthorized."""


class PaymentRequiredError(APIStatusError):
    """The API answered 402 Payment Required."""


class PermissionDeniedError(APIStatusError):
    """The API answered 403 Forbidden."""


class NotFoundError(APIStatusError):
    """The API answered 404 Not Found."""


class ConflictError(APIStatusError):
    """The API answered 409 Conflict."""


class UnprocessableEntityError(APIStatusError):
    """The API answered 422 Unprocessable Content."""


class RateLimitError(APIStatusError):
    """The API answered 429 Too Many Requests."""


class InternalServerError(APIStatusError):
    """The API answered with a status of 500 or above."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    402: PaymentRequiredError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def find_request_id(headers: Mapping[str, str]) -> str | None:
    """Returns the server's id of a request, given the headers of its response."""
    names = ("x-request-id", "request-id", "x-correlation-id", "cf-ray", "x-amzn-requestid")
    return next((headers[name] for name in names if name in headers), None)


def error_class(status: int) -> type[APIStatusError]:
    """Returns the class for an error status."""
    if status >= 500:
        return InternalServerError
    return _BY_STATUS.get(status, APIStatusError)


_DEEPEST_FIELD = 4


def extract_message(body: object) -> str:
    """Finds the sentence meant for people in a plain JSON error body; empty if there is none.

    Looks for ``detail``, ``title``, ``message``, ``error_description`` and ``error``, which may be
    nested, for lists of validation errors as FastAPI and JSON:API send them, and for texts by the names
    of fields as Django and Rails do.
    """
    if isinstance(body, str):
        return body.strip()
    if isinstance(body, list):
        return "; ".join(filter(None, map(extract_message, body[:3])))
    if not isinstance(body, dict):
        return ""
    if isinstance(body.get("msg"), str):
        where = body.get("loc")
        place = ".".join(map(str, where)) + ": " if isinstance(where, list) else ""
        return f"{place}{body['msg']}"
    names = ("detail", "message", "title", "error_description", "error", "errors", "reason")
    found = next(filter(None, (extract_message(body.get(name)) for name in names)), "")
    return found or "; ".join(islice(_field_messages(body, ""), 3))


def _field_messages(errors: dict[Any, Any], place: str) -> Iterator[str]:
    """Yields what is wrong with each field, of errors by field that may be nested."""
    for name, found in errors.items():
        where = f"{place}{name}"
        if isinstance(found, dict) and place.count(".") < _DEEPEST_FIELD:
            yield from _field_messages(found, f"{where}.")
        elif found and isinstance(found, list) and all(isinstance(one, str) for one in found):
            yield f"{where}: {' '.join(found)}"
