"""Bodies -> typed values: strict where the data allows it, else as much of the type as fits.

No data is lost on the way: what does not have its declared type stays as it came. A client made with
``strict=True`` gets :class:`~.errors.DecodeError` instead.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from .errors import DecodeError, Deviation
from .json_reading import read_json
from .logs import logger
from .loose import construct
from .strictness import body_mismatches
from .type_forms import adapter_of
from .undeclared import MET, tell_apart

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from .json_schema import Mismatch


_LOGGED = 20  # deviations of one body


class Decoder:
    """Decodes JSON into one type; ``body`` names the response of the document that it is, if any."""

    __slots__ = ("_adapter", "_body", "_model", "type")

    def __init__(self, tp: Any, body: str = "") -> None:
        self.type = tp
        self._body = body
        self._model: type[BaseModel] | None = None
        self._adapter: TypeAdapter[Any] | None = None
        if isinstance(tp, type) and issubclass(tp, BaseModel):
            self._model = tp

    @property
    def is_plain(self) -> bool:
        """Whether everything is accepted as it is."""
        return self.type is Any or self.type is object

    def from_json(self, data: bytes, *, strict: bool = False) -> Any:
        """Decodes JSON text. Raises ``DecodeError`` if it is not JSON or, when strict, not as declared."""
        if self.is_plain:
            return _plain(data)
        if strict and (wrong := body_mismatches(self._body, self.type, _plain(data))):
            raise _refused(wrong)
        try:
            found = self._validator.validate_json(data, by_alias=True, by_name=False)
        except ValidationError:
            plain = _plain(data)
            self._note(plain)
            return construct(self.type, plain)
        if MET.here:
            tell_apart(found, _plain(data))
        return found

    def from_python(self, value: Any, *, strict: bool = False) -> Any:
        """Decodes JSON that is already plain data; raises like :meth:`from_json`."""
        if self.is_plain:
            return value
        if strict and (wrong := body_mismatches(self._body, self.type, value)):
            raise _refused(wrong)
        try:
            found = self._validator.validate_python(value, by_alias=True, by_name=False)
        except ValidationError:
            self._note(value)
            return construct(self.type, value)
        if MET.here:
            tell_apart(found, value)
        return found

    def _note(self, value: Any) -> None:
        """Logs where a value is not as declared, without the value itself."""
        if logger.isEnabledFor(logging.INFO):
            for path, keyword, _ in body_mismatches(self._body, self.type, value)[:_LOGGED]:
                logger.info("not as declared: %s breaks %s", _shown(path), keyword)

    @property
    def _validator(self) -> Any:
        # Read from the class every time: a model that is not built yet replaces it when it is used.
        if self._model is not None:
            return self._model.__pydantic_validator__
        if self._adapter is None:
            self._adapter = adapter_of(self.type)
        return self._adapter.validator


_DECODERS: dict[Any, Decoder] = {}


def decoder_for(tp: Any) -> Decoder:
    """Returns the one decoder of a type, so that its validator is built once."""
    try:
        found = _DECODERS.get(tp)
    except TypeError:  # unhashable metadata
        return Decoder(tp)
    if found is None:
        found = _DECODERS[tp] = Decoder(tp)
    return found


def _plain(data: bytes) -> Any:
    try:
        return from_json(data)
    except ValueError:
        pass
    try:  # The standard library also takes halves of surrogate pairs, UTF-16 and a byte order mark.
        return read_json(data)
    except ValueError as error:
        text = data.decode("utf-8", "replace")
        raise DecodeError(f"the body is not JSON: {error}", text=text) from None


def _refused(wrong: list[Mismatch]) -> DecodeError:
    path, _, message = wrong[0]
    more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
    deviations = tuple(Deviation(one.path, one.message) for one in wrong)
    return DecodeError(f"{_shown(path)}: {message}{more}", path=path, deviations=deviations)


def _shown(path: tuple[int | str, ...]) -> str:
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
