# Generated from Discriminators 1 by twinspec; changes are lost.

from .._runtime.models import Model
from .bike import Bike
from .car import Car
from .vehicle_kind import VehicleKind


class Vehicle(Model):
    kind: VehicleKind

    wheels: int | None = None


AnyVehicle = Car | Bike | Vehicle
