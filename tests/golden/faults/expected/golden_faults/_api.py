# Generated from Faults by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api

API = Api(
    name="golden_faults",
    title="Faults",
    version="",
    env_prefix="GOLDEN_FAULTS",
    security=((),),
)
