# Generated from Documents 1.0 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api, Server

API = Api(
    name="golden_documents",
    title="Documents",
    version="1.0",
    env_prefix="GOLDEN_DOCUMENTS",
    servers=(Server("https://documents.example/"),),
)
