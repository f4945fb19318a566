# Generated from Multipart 1 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api, Server

API = Api(
    name="golden_multipart",
    title="Multipart",
    version="1",
    env_prefix="GOLDEN_MULTIPART",
    servers=(Server("https://multipart.example"),),
)
