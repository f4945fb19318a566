# Generated from Discriminators 1 by twinspec; changes are lost.

from typing import Literal

from .._runtime.models import Model


class ResultTrue(Model):
    ok: Literal[True]

    value: str | None = None


class ResultFalse(Model):
    ok: Literal[False]

    error: str | None = None


Result = ResultTrue | ResultFalse
