# Generated from Faults by twinspec; changes are lost.

from typing import Any

Loop = Any
