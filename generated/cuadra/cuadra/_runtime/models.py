"""What generated models are made of: ``Model``, wire names, open enums, exact dates and numbers.

All types here are *exact*: a value that does not have the type's one canonical spelling stays as it
came, so that dumping a decoded body gives the body back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final, TypeAlias, Unpack

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import core_schema as cs
from pydantic_core import from_json

from .declared import as_declared, judged
from .exactness import AS_IT_IS, NUMBER, described_as, exact, or_no_object
from .serialization import to_json_bytes
from .timestamps import DATE, DATE_TIME, DATE_TIME_NANOS, PreciseDateTime, rfc3339
from .undeclared import MET, tell_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Self

    from pydantic import GetCoreSchemaHandler
    from pydantic.config import ExtraValues


class Model(BaseModel):
    """An object of the API. Unknown properties are kept in ``model_extra``.

    The constructor takes attribute names and wire names; ``model_validate`` takes JSON, which has
    wire names only.
    """

    model_config = ConfigDict(
        extra="allow",
        defer_build=True,
        validate_by_name=True,
        validate_by_alias=True,
        protected_namespaces=(),
    )

    __any_type__: ClassVar[bool] = False

    def __init_subclass__(
        cls, extras: Any = None, any_type: bool = False, **kwargs: Unpack[ConfigDict]
    ) -> None:
        """Gives the properties that the class does not declare the type ``extras``.

        With ``any_type`` the document does not say that the value is an object: whatever else JSON
        has is valid as well, and stays as it came.
        """
        super().__init_subclass__(**kwargs)
        cls.__any_type__ = any_type
        if extras is not None:
            cls.__annotations__["__pydantic_extra__"] = dict[str, extras]

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler, /
    ) -> cs.CoreSchema:
        schema = exact(handler(source), handler, cls)
        return or_no_object(schema, cls) if cls.__any_type__ else schema

    @classmethod
    def model_validate(
        cls,
        obj: Any,
        *,
        strict: bool | None = None,
        extra: ExtraValues | None = None,
        from_attributes: bool | None = None,
        context: Any | None = None,
        by_alias: bool | None = None,
        by_name: bool | None = None,
    ) -> Self:
        """Reads decoded JSON; raises ``pydantic.ValidationError``. Names are wire names unless asked.

        What the document's schema of the model takes is never refused. With ``strict`` nothing else
        is taken.
        """
        if strict:
            strict = judged(cls, obj)
        try:
            found = super().model_validate(
                obj,
                strict=strict,
                extra=extra,
                from_attributes=from_attributes,
                context=context,
                by_alias=by_alias if by_alias is not None else not by_name,
                by_name=bool(by_name),
            )
        except ValidationError:
            declared = None if by_name or extra else as_declared(cls, obj)
            if declared is None:
                raise
            return declared
        if MET.here:
            tell_apart(found, obj)
        return found

    @classmethod
    def model_validate_json(
        cls,
        json_data: str | bytes | bytearray,
        *,
        strict: bool | None = None,
        extra: ExtraValues | None = None,
        context: Any | None = None,
        by_alias: bool | None = None,
        by_name: bool | None = None,
    ) -> Self:
        """Reads JSON text; otherwise like :meth:`model_validate`."""
        if strict:
            strict = judged(cls, json_data)
        try:
            found = super().model_validate_json(
                json_data,
                strict=strict,
                extra=extra,
                context=context,
                by_alias=by_alias if by_alias is not None else not by_name,
                by_name=bool(by_name),
            )
        except ValidationError:
            declared = None if by_name or extra else as_declared(cls, json_data)
            if declared is None:
                raise
            return declared
        if MET.here:
            tell_apart(found, from_json(json_data))
        return found

    def to_dict(self) -> dict[str, Any]:
        """Returns the JSON form: wire names, only what was set, JSON types."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)

    def to_json(self) -> str:
        """Returns the JSON text of :meth:`to_dict`."""
        return self.model_dump_json(by_alias=True, exclude_unset=True, warnings=False)

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        for name in type(self).model_fields:
            if name in self.model_fields_set:
                yield name, getattr(self, name, None)
        yield from (self.model_extra or {}).items()


class Unknown(Model):
    """Stands in for a member of a union that this version of the package does not know."""


def Alias(name: str) -> Any:  # noqa: N802 - reads as a type in annotations
    """Returns the metadata that gives a field its name in JSON."""
    return Field(validation_alias=name, serialization_alias=name)


read_only: Any = Field(default=None)
"""Default of a required field that only responses have: requests are made without it."""

write_only: Any = Field(default=None)
"""Metadata of a required field that only requests have: where a response lacks it, it is ``None``."""


class _Open:
    """Lets an enum hold values that are not listed, in Rust, without a Python call."""

    def __repr__(self) -> str:
        return "Open"

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> cs.CoreSchema:
        closed = handler(source)
        kinds = {type(value) for value in _literal_values(closed)}
        others = [_ANY_OF[kind] for kind in _ANY_OF if kind in kinds]
        if not others:
            return closed
        either = cs.union_schema([closed, *others], mode="left_to_right")
        # In a union, a model that lists the value is preferred to one that is open to it.
        return cs.lax_or_strict_schema(either, closed, serialization=AS_IT_IS)


_ANY_OF: Final[dict[type, cs.CoreSchema]] = {
    str: cs.str_schema(strict=True),
    int: cs.int_schema(strict=True),
    float: cs.float_schema(strict=True),
}


def _literal_values(schema: cs.CoreSchema) -> list[Any]:
    """Returns the values of a literal, also within a nullable or union schema."""
    match schema["type"]:
        case "literal":
            return list(schema["expected"])
        case "nullable":
            return _literal_values(schema["schema"])
        case "union":
            choices = (one[0] if isinstance(one, tuple) else one for one in schema["choices"])
            return [value for choice in choices for value in _literal_values(choice)]
        case _:
            return []


Open: Final = _Open()
"""Metadata of an enum that servers may extend: ``Annotated[Literal["a", "b"], Open]``."""


class _JsonText:
    """Lets JSON stand in a text: read as what the text holds, as far as it fits, and written as text."""

    def __repr__(self) -> str:
        return "JsonText"

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> cs.CoreSchema:
        return cs.no_info_wrap_validator_function(
            partial(self._read, source),
            handler(source),
            serialization=cs.plain_serializer_function_ser_schema(self._write, when_used="json"),
        )

    def _read(self, tp: Any, value: Any, read: Callable[[Any], Any]) -> Any:
        if not isinstance(value, str):
            return read(value)
        try:
            held = from_json(value)
        except ValueError:
            return value  # no JSON: it stays as it came
        try:
            return read(held)
        except ValidationError:
            from .loose import construct  # made of models itself

            return construct(tp, held)

    def _write(self, value: Any) -> Any:
        return value if isinstance(value, str) else to_json_bytes(value).decode()


JsonText: Final = _JsonText()
"""Metadata of what stands as JSON in a text, as the data of an event does (``contentSchema``)."""


@dataclass(frozen=True, slots=True)
class _NamedBy:
    """Lets the members of a dictionary be anything whose names no pattern matches."""

    patterns: tuple[str, ...]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> cs.CoreSchema:
        every = handler(source)
        some = cs.no_info_wrap_validator_function(self._read, every)
        # Python is asked only where not every member has the type.
        return cs.union_schema([every, some], mode="left_to_right", serialization=AS_IT_IS)

    def _read(self, value: Any, read: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        if not isinstance(value, dict):
            return read(value)
        from .schema_keywords import matches  # few clients need it

        named = {
            name: item
            for name, item in value.items()
            if any(matches(pattern, name) for pattern in self.patterns)
        }
        return value | read(named)


def NamedBy(*patterns: str) -> Any:  # noqa: N802 - reads as a type in annotations
    """Returns the metadata of a dictionary with ``patternProperties`` (ECMA-262 expressions) only."""
    return _NamedBy(patterns)


@dataclass(frozen=True, slots=True)
class _Exact:
    """Reads texts by the schemas that ``build`` gives, leaves every other value alone, and writes with ``write``.

    ``format`` is what JSON Schema calls such texts.
    """

    format: str
    build: Callable[[], list[cs.CoreSchema]]
    write: Callable[[Any], Any]

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> cs.CoreSchema:
        # str_schema before any_schema: in a smart union a string is then an exact match.
        return cs.union_schema(
            [*self.build(), cs.str_schema(), cs.any_schema()],
            mode="left_to_right",
            metadata=described_as(lambda _: {"type": "string", "format": self.format}),
            serialization=cs.plain_serializer_function_ser_schema(self.write, when_used="json"),
        )


def _matching(pattern: str, then: cs.CoreSchema) -> cs.CoreSchema:
    return cs.chain_schema([cs.str_schema(strict=True, pattern=pattern), then])


def _date_time_schemas() -> list[cs.CoreSchema]:
    return [
        _matching(DATE_TIME, cs.datetime_schema(strict=False)),
        _matching(DATE_TIME_NANOS, cs.no_info_plain_validator_function(PreciseDateTime.parse)),
        cs.is_instance_schema(datetime),
    ]


def _date_schemas() -> list[cs.CoreSchema]:
    return [_matching(DATE, cs.date_schema(strict=False)), cs.is_instance_schema(date)]


def _write_date_time(value: Any) -> Any:
    return rfc3339(value) if isinstance(value, datetime) else value


def _write_date(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


class _ExactNumber:
    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> cs.CoreSchema:
        return NUMBER


DateTime: TypeAlias = Annotated[datetime, _Exact("date-time", _date_time_schemas, _write_date_time)]
"""``format: date-time`` (RFC 3339, section 5.6 ``date-time``)."""


def DateTimeOf(text: str) -> datetime:  # noqa: N802 -- beside its type, and no name of a field
    """Returns the ``date-time`` that a default is; raises ``ValueError`` if it is none."""
    return datetime.fromisoformat(text.upper())


def DateOf(text: str) -> date:  # noqa: N802 -- like DateTimeOf
    """Returns the ``date`` that a default is; raises ``ValueError`` if it is none."""
    return date.fromisoformat(text)


Date: TypeAlias = Annotated[date, _Exact("date", _date_schemas, _write_date)]
"""``format: date`` (RFC 3339, section 5.6 ``full-date``)."""

Number: TypeAlias = Annotated[float, _ExactNumber()]
"""``type: number``: an ``int`` where the JSON number has no fraction."""
