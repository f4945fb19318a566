# Generated from Enums 1 by twinspec; changes are lost.

from typing import Annotated, Any, Literal

from .._runtime.models import Model, Number, Open


class Enums(Model):
    empty: str | None = None

    null_only: None = None

    null_inside: Annotated[Literal["a", "b"] | None, Open] = None

    null_not_listed: Annotated[Literal["a", "b"] | None, Open] = None

    cases: Annotated[Literal["on", "On", "ON"] | None, Open] = None

    odd: Annotated[Literal["1st", "two words", "", 'quote"', "new\nline"] | None, Open] = None

    mixed: Any = None

    methods: Annotated[Literal["mro", "name", "value", "count", "title"] | None, Open] = None

    constant_text: Literal["fixed"] | None = None

    constant_object: dict[str, Any] | None = None

    constant_array: list[Any] | None = None

    constant_null: None = None

    constant_number: Number | None = None

    by_const: Annotated[Literal["low", "high"] | None, Open] = None

    truth: Literal[True] | None = None

    named: Annotated[Literal[1, 2, 3] | None, Open] = None

    big: int | None = None

    wrong_type: Annotated[Literal["1", 2] | None, Open] = None

    twice: Annotated[Literal["a", "b"] | None, Open] = None

    yaml: Annotated[Literal["yes", "no", "on", "off"] | None, Open] = None
