# Generated from Discriminators 1 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypeAlias, TypedDict, Union

if TYPE_CHECKING:
    from typing import Literal

    from . import models

__all__ = [
    "CreatedParam",
    "DeletedParam",
    "EventParam",
    "MovedParam",
]

CreatedParam = TypedDict(
    "CreatedParam", {"event-type": 'Required[Literal["created", "made"]]', "id": "str"}, total=False
)

DeletedParam = TypedDict(
    "DeletedParam", {"event-type": 'Required[Literal["deleted"]]', "reason": "str"}, total=False
)

EventParam: TypeAlias = Union[
    "models.Created", "CreatedParam", "models.Deleted", "DeletedParam", "models.Moved", "MovedParam"
]

MovedParam = TypedDict("MovedParam", {"event-type": "Required[str]", "to": "str"}, total=False)
