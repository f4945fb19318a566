# Generated from Streams 1.0.0 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api, Bearer, Server

API = Api(
    name="golden_streams",
    title="Streams",
    version="1.0.0",
    env_prefix="GOLDEN_STREAMS",
    servers=(Server("https://streams.example/v1"),),
    schemes={"bearer": Bearer()},
    security=(("bearer",),),
)
