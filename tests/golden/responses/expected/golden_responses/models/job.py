# Generated from Responses 1 by twinspec; changes are lost.

from .._runtime.models import Model


class Job(Model):
    id: int

    state: str | None = None
