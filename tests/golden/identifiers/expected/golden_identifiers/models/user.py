# Generated from Identifiers 1 by twinspec; changes are lost.

from .._runtime.models import Model
from .user2 import User2


class User(Model):
    b: str | None = None

    user: User2 | None = None
