# Generated from Letters 1 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api, Server

API = Api(
    name="golden_parts",
    title="Letters",
    version="1",
    env_prefix="GOLDEN_PARTS",
    servers=(Server("https://letters.example"),),
)
