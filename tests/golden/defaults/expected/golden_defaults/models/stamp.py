# Generated from Defaults 1 by twinspec; changes are lost.

from .._runtime.models import DateTime

Stamp = DateTime
