"""Chooses how a response is decoded, and turns an error response into an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from .binary import BinaryResponse
from .errors import APIStatusError, DecodeError, error_class, extract_message
from .media import essence, is_json, is_text

if TYPE_CHECKING:
    import httpx2

    from .outcomes import Outcome, ResponseTable, Target

_SHOWN = 2000  # characters of an unexpected body kept in an error


def decode_success(response: httpx2.Response, table: ResponseTable, *, strict: bool) -> Any:
    """Returns the body of a 2xx response that has been read, in its declared type.

    Raises ``DecodeError`` where the body is not what is declared and cannot be taken for it.
    """
    outcome = table.find(response.status_code)
    if outcome is not None and response.status_code not in (204, 205):
        target = outcome.find(response.headers.get("content-type", ""))
        if target is not None:
            return decode_as(target, response, strict=strict)
        if not outcome.targets:
            return None
    if not response.content or response.status_code in (204, 205):
        return None
    if outcome is not None:
        return _decode_mismatch(outcome, response, strict=strict)
    return _decode_undeclared(table, response)


def decode_as(target: Target, response: httpx2.Response, *, strict: bool) -> Any:
    """Decodes a body as ``target``; empty bodies are ``None`` unless text or binary."""
    decoder = target.decoder
    tp = decoder.type
    if tp is BinaryResponse:
        return _binary(response)
    if decoder.is_plain and target.media_type == "*/*":
        return _liberal(response) if response.content else None
    if is_json(essence(response.headers.get("content-type", ""))) or is_json(target.media_type):
        if not response.content:
            return None
        try:
            return decoder.from_json(response.content, strict=strict)
        except DecodeError as error:
            raise _described(error, response) from None
    if _is_multipart(target.media_type) and _is_multipart(_essence(response)):
        from .parts import decode_parts

        try:
            return decode_parts(tp, response, strict=strict)
        except DecodeError as error:
            raise _described(error, response) from None
    if tp is str:
        return response.text
    if tp is bytes:
        return response.content
    return _decode_other(target, response, strict=strict)


def _decode_other(target: Target, response: httpx2.Response, *, strict: bool) -> Any:
    """Decodes a type under a media type that is not JSON: JSON by content, else text or bytes."""
    decoder = target.decoder
    if not decoder.is_plain and str not in get_args(decoder.type) and response.content:
        try:
            return decoder.from_json(response.content, strict=strict)
        except DecodeError:
            if strict:
                raise
    return _liberal(response)


def _decode_mismatch(outcome: Outcome, response: httpx2.Response, *, strict: bool) -> Any:
    """Decodes a body of an undeclared media type: JSON under a wrong name still counts."""
    target = outcome.json_target
    if target is None:
        return decode_as(outcome.targets[0], response, strict=strict)
    media_type = essence(response.headers.get("content-type", ""))
    if target.decoder.is_plain and not strict and media_type and not is_json(media_type):
        return _liberal(response)
    try:
        return target.decoder.from_json(response.content, strict=strict)
    except DecodeError as error:
        if error.path or is_json(media_type):
            raise _described(error, response) from None
    raise _described(
        DecodeError(
            f"the response is {media_type or 'of unknown type'} where {target.media_type} was"
            f" expected: {_text(response)[:200]!r}"
        ),
        response,
    )


def _decode_undeclared(table: ResponseTable, response: httpx2.Response) -> Any:
    """Decodes a 2xx the document does not declare: the first success that fits, else plain data."""
    content_type = response.headers.get("content-type", "")
    for outcome in table.successes:
        target = outcome.find(content_type)
        if target is not None and target.decoder.type is not BinaryResponse:
            try:
                return decode_as(target, response, strict=True)
            except DecodeError:
                continue
    return _liberal(response)


def _liberal(response: httpx2.Response) -> Any:
    """Returns JSON as plain data, text as ``str`` and everything else as ``BinaryResponse``."""
    media_type = essence(response.headers.get("content-type", ""))
    if is_json(media_type):
        from .decoding import decoder_for

        try:
            return decoder_for(Any).from_json(response.content)
        except DecodeError:
            return response.text
    return response.text if is_text(media_type) else _binary(response)


def _binary(response: httpx2.Response) -> BinaryResponse:
    return BinaryResponse(response.content, response.headers, response.status_code)


def _described(error: DecodeError, response: httpx2.Response) -> DecodeError:
    error.status = response.status_code
    error.media_type = essence(response.headers.get("content-type", ""))
    error.text = _text(response)
    return error


def _text(response: httpx2.Response) -> str:
    return response.text[:_SHOWN]


def status_error(
    response: httpx2.Response,
    tables: tuple[ResponseTable, ...],
    *,
    retries: int = 0,
    note: str = "",
) -> APIStatusError:
    """Returns the exception for an error response that has been read.

    ``tables`` are searched in order for the declared body. ``note`` is added to the message.
    """
    plain = _liberal(response) if response.content else None
    message = extract_message(plain)[:_SHOWN] or response.reason_phrase or "no message"
    return error_class(response.status_code)(
        f"{response.status_code}: {message}" + (f" ({note})" if note else ""),
        status=response.status_code,
        headers=response.headers,
        body=_error_body(response, tables, plain),
        raw=response.content,
        retries=retries,
    )


def _error_body(response: httpx2.Response, tables: tuple[ResponseTable, ...], plain: Any) -> object:
    if plain is None or (isinstance(plain, str) and is_json(_essence(response))):
        return plain  # nothing there, or broken JSON
    for table in tables:
        outcome = table.find(response.status_code)
        target = outcome.find(response.headers.get("content-type", "")) if outcome else None
        if target is not None and is_json(target.media_type) == (not isinstance(plain, str)):
            try:
                return decode_as(target, response, strict=False)
            except DecodeError:
                return plain
    return plain


def _is_multipart(media_type: str) -> bool:
    return media_type.startswith("multipart/")


def _essence(response: httpx2.Response) -> str:
    return essence(response.headers.get("content-type", ""))
