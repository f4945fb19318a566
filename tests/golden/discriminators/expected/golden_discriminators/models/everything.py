# Generated from Discriminators 1 by twinspec; changes are lost.

from .._runtime.models import Model
from .event import Event
from .inline import Inline
from .result import Result
from .shape import Shape
from .vehicle import AnyVehicle
from .versioned import Versioned


class Everything(Model):
    vehicle: AnyVehicle | None = None

    shapes: list[Shape] | None = None

    versioned: Versioned | None = None

    result: Result | None = None

    inline: Inline | None = None

    maybe: Event | None = None
