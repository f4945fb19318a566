# Generated from All of 1 by twinspec; changes are lost.

from typing import Any

from .._runtime.models import Model
from .contact import Contact
from .short_id import ShortId
from .staff import Staff
from .warm import Warm


class Limits(Model):
    step: int

    warm: Warm

    id: ShortId

    contact: Contact | None = None

    never: int | None = None

    nothing: Any = None

    described: Staff | None = None
    """The manager on duty."""
