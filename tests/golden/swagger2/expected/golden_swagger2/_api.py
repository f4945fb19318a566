# Generated from Swagger 1.0.0 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api, ApiKey, OAuth2, Server

API = Api(
    name="golden_swagger2",
    title="Swagger",
    version="1.0.0",
    env_prefix="GOLDEN_SWAGGER2",
    servers=(Server("https://swagger.example/v2"),),
    schemes={
        "token": ApiKey("access_token", "query"),
        "oauth": OAuth2(token_url="https://swagger.example/token"),
    },
    security=(("token",), ("oauth",)),
)
