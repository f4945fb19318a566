# Generated from Letters 1 by twinspec; changes are lost.

from .._runtime.models import Date, Model


class Letter(Model):
    to: str

    date: Date | None = None

    pages: int | None = None
