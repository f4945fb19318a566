# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Date, DateTime, Model


class Class(Model):
    class_: Annotated[str | None, Alias("class")] = None

    model_config_: Annotated[str | None, Alias("model_config")] = None

    copy_: Annotated[str | None, Alias("copy")] = None

    datetime: DateTime | None = None

    date: Date | None = None

    other_date: Date | None = None

    private: Annotated[str | None, Alias("_private")] = None

    dunder: Annotated[str | None, Alias("__dunder__")] = None

    field_1st: Annotated[str | None, Alias("1st")] = None

    foo_bar_2: Annotated[str | None, Alias("fooBar")] = None

    foo_bar: str | None = None

    field: Annotated[str | None, Alias("")] = None

    type: Annotated[str | None, Alias("@type")] = None

    validate_: Annotated[bool | None, Alias("validate")] = None
