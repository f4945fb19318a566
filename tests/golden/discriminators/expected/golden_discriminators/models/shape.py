# Generated from Discriminators 1 by twinspec; changes are lost.

from .circle import Circle
from .polygon import Polygon

Shape = Circle | Polygon
