"""The mock: ``mock/__init__.py``, its command, its pytest plugin, and ``mock/behaviour.json``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...files import Artifact, GeneratedFile
from ...frozen import dataclass
from ...json_lines import json_lines
from .credentials import plan_credentials
from .literals import docstring
from .package_text import api_name

if TYPE_CHECKING:
    from ...analyze.lifecycle import Lifecycle
    from .plan import ClientPlan


@dataclass(frozen=True, slots=True)
class MockPlan:
    """The artifacts and data files of ``mock/``, and what each operation was taken for, by call."""

    artifacts: tuple[Artifact, ...]
    files: tuple[GeneratedFile, ...]
    roles: dict[str, str]


def plan_mock(plan: ClientPlan, found: Lifecycle) -> MockPlan:
    """Plan the mock, which does what was ``found``; paths count from the package."""
    calls = {method.operation.pointer: method.call for method in plan.methods}
    name = api_name(plan.api.info.title)
    view = {
        "header": plan.header,
        "package": plan.package,
        "arguments": _client_arguments(plan),
        "docstring": docstring(f"A mock of {name}: it keeps state, in process or as a server.", 0),
        "class_docstring": docstring(_CLASS_DOCSTRING.format(name=name), 4),
        "command_docstring": docstring(
            f"Serves the mock of {name}: `python -m {plan.package}.mock --port 4010`.", 0
        ),
    }
    return MockPlan(
        artifacts=tuple(
            Artifact(f"mock/{name}.py", f"mock/{name}.py.jinja", view)
            for name in ("__init__", "__main__", "pytest_plugin")
        ),
        files=(GeneratedFile("mock/behaviour.json", json_lines(found.to_json(calls), depth=3)),),
        roles={calls[role.pointer]: role.role for role in found.roles if role.pointer in calls},
    )


_CLASS_DOCSTRING = """\
A mock of {name} that keeps state.

What is created can be read, listed, changed and deleted. Requests and responses are judged by the
API's own description.

Args:
    seed: Makes ids and samples; the same seed gives the same ones.
    token: The credential that is valid for every security scheme.
    auth: Whether credentials are checked at all.
    store: Where records are kept; in memory by default.
    per_caller: Whether each owner of a token has records of its own.
    strict_keys: Whether an idempotency key that comes again with another request is refused
        with 409 although the API's description declares none; else it is a new request."""


def _client_arguments(plan: ClientPlan) -> tuple[tuple[str, str], ...]:
    """Return the arguments that give a client the mock's credential, as (name, expression)."""
    credentials = plan_credentials(plan.api.security_schemes, plan.env_prefix)
    found = []
    for argument in credentials.arguments:
        if argument.name.endswith("username"):
            found.append((argument.name, '"mock"'))
        elif argument.annotation.startswith("TokenSource") or argument.name.endswith("password"):
            found.append((argument.name, "self.token"))
    return tuple(found)
