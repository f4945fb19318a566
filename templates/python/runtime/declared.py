"""What the document says of a value, beside what the types of its model say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError, from_json

if TYPE_CHECKING:
    from pydantic import BaseModel

ModelT = TypeVar("ModelT", bound="BaseModel")


def judged(model: type[BaseModel], data: Any) -> bool | None:
    """Holds data against the document; tells pydantic to be strict only if the document does not say."""
    from .strictness import schema_mismatches  # only strict callers need the schemas

    try:
        value = from_json(data) if isinstance(data, str | bytes | bytearray) else data
    except ValueError:
        return True  # no JSON: pydantic says what is wrong
    wrong = schema_mismatches(model, value)
    if wrong:
        raise ValidationError.from_exception_data(
            model.__name__,
            [
                InitErrorDetails(
                    type=PydanticCustomError("json_schema", "{message}", one._asdict()),
                    loc=one.path,
                    input=value,
                )
                for one in wrong
            ],
        )
    return True if wrong is None else None


def as_declared(model: type[ModelT], data: Any) -> ModelT | None:
    """Reads what the types refuse and the document takes, such as a text for ``items`` without ``type``.

    Returns ``None`` if the document refuses it as well, or does not say.
    """
    from .loose import construct  # which needs this module
    from .strictness import schema_mismatches

    try:
        value = from_json(data) if isinstance(data, str | bytes | bytearray) else data
    except ValueError:
        return None
    if not isinstance(value, dict) or schema_mismatches(model, value) != []:
        return None
    found = construct(model, value)
    return found if isinstance(found, model) else None
