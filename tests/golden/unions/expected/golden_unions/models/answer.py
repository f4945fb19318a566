# Generated from Unions 1 by twinspec; changes are lost.

from typing import Any

from .._runtime.models import DateTime, Model, Number
from .hit import Hit
from .large import Large
from .maybe_text import MaybeText
from .small import Small


class Answer(Model):
    overlap: Small | Large | None = None

    number_or_object: Number | Hit | str | None = None

    word_or_words: str | list[str] | None = None

    nulls: str | MaybeText | None = None

    same: str | None = None

    lone: Hit | None = None

    lists: list[int] | list[str] | None = None

    instant: DateTime | int | None = None

    nothing: Any = None
