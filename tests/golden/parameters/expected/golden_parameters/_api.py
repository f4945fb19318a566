# Generated from Parameters 1.2.3 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api, Server

API = Api(
    name="golden_parameters",
    title="Parameters",
    version="1.2.3",
    env_prefix="GOLDEN_PARAMETERS",
    servers=(Server("https://parameters.example/api"),),
)
