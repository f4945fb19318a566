# Generated from Composition 0.0.1 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api

API = Api(
    name="golden_composition",
    title="Composition",
    version="0.0.1",
    env_prefix="GOLDEN_COMPOSITION",
)
