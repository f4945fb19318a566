# Generated from Discriminators 1 by twinspec; changes are lost.

from .square import Square
from .triangle import Triangle

Polygon = Triangle | Square
