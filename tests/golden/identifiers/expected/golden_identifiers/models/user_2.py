# Generated from Identifiers 1 by twinspec; changes are lost.

from .._runtime.models import Model
from .user import User


class USER(Model):
    c: str | None = None

    user: User | None = None
