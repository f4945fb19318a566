# Generated from Responses 1 by twinspec; changes are lost.

from .._runtime.models import Model


class Problem(Model):
    message: str | None = None
