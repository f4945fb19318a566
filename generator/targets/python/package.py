"""The project around the package: ``pyproject.toml``, texts, ``__init__.py`` and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...files import Artifact
from ...ir.security import OAuth2Scheme
from .credentials import plan_credentials
from .descriptors import RUNTIME
from .examples import examples_of
from .imports import Imports
from .literals import docstring, literal
from .package_text import api_name, code_span, header_of, markdown, toml_string, version_of
from .project_tests import plan_tests
from .reference import reference_entries
from .webhooks import webhook_payloads

if TYPE_CHECKING:
    from ...config import Config
    from ...ir.api import Api
    from .examples import Snippets
    from .plan import ClientPlan

ERRORS = (
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "DecodeError",
    "InternalServerError",
    "NotFoundError",
    "PaginationError",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "RateLimitError",
    "StreamError",
    "UnprocessableEntityError",
)
"""The exceptions that the package exports."""

_CLIENTS = ("AsyncClient", "Client")
_EXPORTS = (
    *ERRORS,
    "AsyncPage",
    "AsyncStream",
    "AsyncStreamedResponse",
    "BinaryResponse",
    "Omit",
    "Page",
    "RawResponse",
    "Stream",
    "StreamedResponse",
    "Unknown",
    "async_raw",
    "async_streamed",
    "omit",
    "raw",
    "streamed",
)
_GRANTS = ("AuthorizationCode", "DeviceCode", "DevicePrompt", "PasswordCredentials", "RefreshToken")


def plan_project(plan: ClientPlan, config: Config, snippets: Snippets) -> tuple[Artifact, ...]:
    """Return the artifacts of the project; those of the package count from the project's folder."""
    # The mock needs the client and the stubs.
    has_mock = "mock" in config.emit
    has_client = has_mock or "client" in config.emit
    tests = plan_tests(plan) if has_client else ()
    shared = {
        "package": plan.package,
        "has_tests": bool(tests),
        "project": plan.package.strip("_").replace("_", "-"),
        "has_client": has_client,
        "has_server": has_mock or "server" in config.emit,
        "has_mock": has_mock,
    }
    artifacts = [
        Artifact("pyproject.toml", "package/pyproject.toml.jinja", {**shared, **_metadata(plan)}),
        Artifact("README.md", "package/README.md.jinja", {**shared, **_readme(plan, snippets)}),
        Artifact(".gitignore", "package/gitignore.jinja", {}),
        Artifact(f"{plan.package}/py.typed", "package/py.typed.jinja", {}),
        _package_init(plan, has_client=has_client),
    ]
    if has_client:
        view = {
            **shared,
            "title": markdown(plan.api.info.title),
            "resources": reference_entries(plan, snippets),
            "client_arguments": _first_arguments(plan),
        }
        artifacts.append(Artifact("reference.md", "package/reference.md.jinja", view))
    return (*artifacts, *tests)


def _metadata(plan: ClientPlan) -> dict[str, object]:
    info = plan.api.info
    summary = info.summary or f"Python client for {api_name(info.title)}"
    return {
        "header": header_of(plan.api),
        "version": version_of(plan.api),
        "description": toml_string(summary[:200]),
    }


def _package_init(plan: ClientPlan, *, has_client: bool) -> Artifact:
    imports = Imports(depth=0)
    imports.add(".", "models", typing_only=True)
    names = ["models"]
    if has_client:
        exports = _exports(plan.api)
        for module, exported in (("._client", _CLIENTS), (RUNTIME, exports)):
            for name in exported:
                imports.add(module, name, typing_only=True)
        names += [*_CLIENTS, *exports]
    view = {
        "header": plan.header,
        "docstring": docstring(f"Client for {api_name(plan.api.info.title)}.", 0),
        "version": literal(version_of(plan.api)),
        "names": sorted(names),
        "imports": imports.typing_lines,
        "has_client": has_client,
    }
    return Artifact(f"{plan.package}/__init__.py", "package/init.py.jinja", view)


def _exports(api: Api) -> tuple[str, ...]:
    """Return what the package exports of the runtime."""
    exports: tuple[str, ...] = _EXPORTS
    if any(isinstance(scheme, OAuth2Scheme) for scheme in api.security_schemes):
        exports += _GRANTS
    return (*exports, "WebhookError") if api.webhooks else exports


def _readme(plan: ClientPlan, snippets: Snippets) -> dict[str, object]:
    info = plan.api.info
    paragraph = info.summary or info.description.strip().partition("\n\n")[0]
    credentials = plan_credentials(plan.api.security_schemes, plan.env_prefix)
    return {
        "title": markdown(info.title),
        "version": code_span(info.version or "unversioned"),
        "description": markdown(paragraph[:600]),
        "examples": examples_of(plan, snippets),
        "credentials": [
            (one.name, markdown(one.description), one.variables) for one in credentials.arguments
        ],
        "client_arguments": _first_arguments(plan),
        "env_prefix": plan.env_prefix,
        "needs_url": _needs_url(plan),
        "has_webhooks": bool(webhook_payloads(plan)),
    }


def _needs_url(plan: ClientPlan) -> bool:
    first = next((server.url for server in plan.api.servers), "")
    return not first.startswith(("https://", "http://"))


def _first_arguments(plan: ClientPlan) -> str:
    """Return what a client is made with: where the API is, if nobody says it, and the first credentials."""
    needed = plan_credentials(plan.api.security_schemes, plan.env_prefix).needed
    requirements = [
        [scheme for scheme, _ in requirement.schemes] for requirement in plan.api.security or ()
    ]
    schemes = next(filter(None, requirements), None) or list(needed)[:1]
    names = dict.fromkeys(name for scheme in schemes for name in needed.get(scheme, ()))
    items = ['base_url="https://..."'] if _needs_url(plan) else []
    return ", ".join((*items, *(f'{name}="..."' for name in names)))
