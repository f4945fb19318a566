# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api, OAuth2, Server

API = Api(
    name="golden_openapi32",
    title="OpenAPI 3.2",
    version="1",
    env_prefix="GOLDEN_OPENAPI32",
    servers=(Server("https://openapi32.example"),),
    schemes={"device": OAuth2(grant_url="https://openapi32.example/token")},
    security=(("device",),),
)
