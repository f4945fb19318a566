# Generated from Webhooks 1 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api, Server

API = Api(
    name="golden_webhooks",
    title="Webhooks",
    version="1",
    env_prefix="GOLDEN_WEBHOOKS",
    servers=(Server("https://webhooks.example"),),
)
