# Generated from Responses 1 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api, Server

API = Api(
    name="golden_responses",
    title="Responses",
    version="1",
    env_prefix="GOLDEN_RESPONSES",
    servers=(Server("https://responses.example"),),
)
