# Generated from Identifiers 1 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api

API = Api(
    name="golden_identifiers",
    title="Identifiers",
    version="1",
    env_prefix="GOLDEN_IDENTIFIERS",
)
