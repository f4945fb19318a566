# Generated from Swagger 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class Error(Model):
    code: int

    message: str | None = None
