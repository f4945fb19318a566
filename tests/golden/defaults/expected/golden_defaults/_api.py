# Generated from Defaults 1 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api

API = Api(
    name="golden_defaults",
    title="Defaults",
    version="1",
    env_prefix="GOLDEN_DEFAULTS",
)
