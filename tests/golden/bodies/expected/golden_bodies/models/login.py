# Generated from Bodies 2.0 by twinspec; changes are lost.

from .._runtime.models import Model


class LoginBody(Model):
    user: str

    password: str

    scope: list[str] | None = None
