# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.
"""What holds for all operations: servers, security schemes and shared error bodies."""

from ._runtime import Api, Bearer, OAuth2, Server


def _problem_details() -> object:
    from . import models

    return models.ProblemDetails


def _http_validation_error() -> object:
    from . import models

    return models.HTTPValidationError


API = Api(
    name="cuadra",
    title="Cuadra AI API",
    version="1.0.0",
    env_prefix="CUADRA",
    servers=(Server("https://api.cuadra.ai"),),
    schemes={
        "bearerAuth": Bearer(),
        "oauth2": OAuth2(token_url="https://auth.cuadra.ai/oauth/token"),
    },
    security=(("bearerAuth",), ("oauth2",)),
    errors={
        "400": {"application/problem+json": _problem_details},
        "401": {"application/problem+json": _problem_details},
        "403": {"application/problem+json": _problem_details},
        "404": {"application/problem+json": _problem_details},
        "409": {"application/problem+json": _problem_details},
        "422": {"application/json": _http_validation_error},
        "429": {"application/problem+json": _problem_details},
        "500": {"application/problem+json": _problem_details},
    },
)
