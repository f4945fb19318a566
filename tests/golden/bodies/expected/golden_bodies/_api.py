# Generated from Bodies 2.0 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api, ApiKey, Basic, Server

API = Api(
    name="golden_bodies",
    title="Bodies",
    version="2.0",
    env_prefix="GOLDEN_BODIES",
    servers=(Server("https://{region}.bodies.example", variables={"region": "eu"}),),
    schemes={"key": ApiKey("X-Key", "header"), "basic": Basic()},
    security=(("key",), ("basic",)),
)
