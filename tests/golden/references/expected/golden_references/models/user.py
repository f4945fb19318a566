# Generated from References 1 by twinspec; changes are lost.

from typing import Any

from .._runtime.models import Model
from .address import Address
from .city import City
from .status import Status


class User(Model):
    id: str
    """Id of the user."""

    name: str | None = None

    address: Address | None = None

    city: City | None = None

    status: Status | None = None

    gone: Any = None
