"""The project around the package: ``pyproject.toml``, texts, ``__init__.py`` and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...files import Artifact
from ...ir.security import OAuth2Scheme
from ...version import NAME
from .credentials import plan_credentials
from .examples import examples_of
from .literals import comment, docstring, literal
from .package_text import code_span, markdown, toml_string, version_of
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

_EXPORTS: dict[str, str] = {
    "AsyncClient": "_client",
    "Client": "_client",
    "BinaryResponse": "_runtime.binary",
    "Unknown": "_runtime.models",
    "Omit": "_runtime.omission",
    "omit": "_runtime.omission",
    **dict.fromkeys(
        ("AsyncStreamedResponse", "RawResponse", "StreamedResponse"), "_runtime.received"
    ),
    **dict.fromkeys(("AsyncPage", "Page"), "_runtime.pages"),
    **dict.fromkeys(("AsyncStream", "Stream"), "_runtime.streams"),
    **dict.fromkeys(("async_raw", "async_streamed", "raw", "streamed"), "_runtime.whole"),
    **dict.fromkeys(ERRORS, "_runtime.errors"),
}
_GRANTS: dict[str, str] = dict.fromkeys(
    ("AuthorizationCode", "DeviceCode", "DevicePrompt", "PasswordCredentials", "RefreshToken"),
    "_runtime.grants",
)


def header_of(api: Api) -> str:
    """Return the first line of every generated module."""
    return f"# {comment(_origin(api))}"


def _origin(api: Api) -> str:
    source = " ".join(f"{api.info.title} {api.info.version}".split())
    # Long titles are cut: the line is a comment in every file.
    return f"Generated from {source[:70]} by {NAME}; changes are lost."


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
    summary = info.summary or f"Python client of {info.title}"
    return {
        "header": f"# {comment(_origin(plan.api))}",
        "version": version_of(plan.api),
        "description": toml_string(summary[:200]),
    }


def _package_init(plan: ClientPlan, *, has_client: bool) -> Artifact:
    exports = _exports(plan.api) if has_client else {}
    by_module: dict[str, list[str]] = {}
    for name, module in sorted(exports.items()):
        by_module.setdefault(module, []).append(name)
    view = {
        "header": plan.header,
        "docstring": docstring(f"Client of {plan.api.info.title}.", 0),
        "version": literal(version_of(plan.api)),
        "names": sorted({*exports, "models"}),
        "exports": sorted(exports.items()),
        "imports": [(module, sorted(by_module[module])) for module in sorted(by_module)],
    }
    return Artifact(f"{plan.package}/__init__.py", "package/init.py.jinja", view)


def _exports(api: Api) -> dict[str, str]:
    """Return what the package exports, with the module each name is from."""
    exports = dict(_EXPORTS)
    if any(isinstance(scheme, OAuth2Scheme) for scheme in api.security_schemes):
        exports.update(_GRANTS)
    if api.webhooks:
        exports["WebhookError"] = "_runtime.webhooks"
    return exports


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
            (one.name, markdown(one.description.replace("``", "`")), one.variables)
            for one in credentials.arguments
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
    """Return what a client is made with: where the API is, if nobody says it, and one credential."""
    credentials = plan_credentials(plan.api.security_schemes, plan.env_prefix)
    items = ['base_url="https://..."'] if _needs_url(plan) else []
    items.extend(f'{argument.name}="..."' for argument in credentials.arguments[:1])
    return ", ".join(items)
