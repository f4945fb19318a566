# Generated from Enums 1 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api

API = Api(
    name="golden_enums",
    title="Enums",
    version="1",
    env_prefix="GOLDEN_ENUMS",
)
