# Generated from Discriminators 1 by twinspec; changes are lost.

from .created import Created
from .deleted import Deleted
from .moved import Moved

Event = Created | Deleted | Moved
