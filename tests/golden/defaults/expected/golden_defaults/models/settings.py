# Generated from Defaults 1 by twinspec; changes are lost.

from typing import Annotated, Any

from .._runtime.models import Alias, Date, DateOf, DateTime, DateTimeOf, Model, Number
from .mode import Mode
from .stamp import Stamp
from .theme import Theme


class SettingsUntypedObject(Model, any_type=True):
    a: str | None = None


class Settings(Model):
    id: str

    created: Stamp

    password: str | None = None

    list_: Annotated[list[str] | None, Alias("list")] = None

    object: dict[str, Any] | None = None

    theme: Theme | None = None

    mode: Mode = "fast"

    slow: Mode = "slow"

    wrong: int | None = None

    zero: int

    empty: str = ""

    no: bool = False

    nothing: str | None = None

    three: int | None = 3

    maybe_theme: Theme | None = None

    holes: list[str | None] | None = None

    int64: int | None = None

    huge: int = 18446744073709551615

    byte: str | None = None

    encoded: str | None = None

    json_text: str | None = None

    instant: DateTime = DateTimeOf("2024-01-01T00:00:00Z")

    local: str | None = None

    day: Date = DateOf("2024-02-29")

    time: str | None = None

    duration: str | None = None

    uuid: str | None = None

    decimal: str | None = None

    ratio: Number = 1

    untyped: Any = None
    """Whatever it is."""

    untyped_object: SettingsUntypedObject | None = None

    untyped_list: list[int] | None = None
