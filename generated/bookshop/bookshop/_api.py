# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api, ApiKey, Server


def _problem() -> object:
    from . import models

    return models.Problem


API = Api(
    name="bookshop",
    title="Bookshop API",
    version="1.4.0",
    env_prefix="BOOKSHOP",
    servers=(
        Server(
            "https://{region}.bookshop.example/{stage}", variables={"region": "eu", "stage": "v1"}
        ),
    ),
    schemes={"apiKey": ApiKey("X-Api-Key", "header")},
    security=(("apiKey",),),
    errors={
        "400": {"application/problem+json": _problem},
        "401": {"application/problem+json": _problem},
        "404": {"application/problem+json": _problem},
        "409": {"application/problem+json": _problem},
        "422": {"application/problem+json": _problem},
    },
)
