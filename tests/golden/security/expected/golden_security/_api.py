# Generated from Security 1 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api, ApiKey, Basic, Bearer, Http, MutualTls, OAuth2, OpenIdConnect, Server

API = Api(
    name="golden_security",
    title="Security",
    version="1",
    env_prefix="GOLDEN_SECURITY",
    servers=(
        Server(
            "https://{tenant}.security.example:{port}/{base}",
            variables={"tenant": "demo", "port": "443", "base": ""},
        ),
        Server("/sandbox"),
    ),
    schemes={
        "bearer": Bearer(),
        "adminToken": Bearer(),
        "basic": Basic(),
        "digest": Http("digest"),
        "key": ApiKey("X-Key", "header"),
        "secret": ApiKey("X-Secret", "header"),
        "query": ApiKey("key", "query"),
        "session": ApiKey("SESSION", "cookie"),
        "oauth": OAuth2(token_url="/oauth/token"),
        "oidc": OpenIdConnect("https://security.example/.well-known/openid-configuration"),
        "mtls": MutualTls(),
    },
    security=(("bearer",), ("key", "secret")),
)
