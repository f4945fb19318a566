# Generated from Bodies 2.0 by twinspec; changes are lost.

from .._runtime.models import Model


class Problem(Model):
    type: str | None = None

    title: str | None = None

    status: int | None = None

    detail: str | None = None
