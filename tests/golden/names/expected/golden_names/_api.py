# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api

API = Api(
    name="golden_names",
    title="Names \"\"\" \\ '''",
    version="1.0.0\n# injected = 1",
    env_prefix="GOLDEN_NAMES",
)
