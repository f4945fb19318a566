"""Plans all of a package but its models: methods, client, stubs, mock and the project around them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...config import EVERYTHING
from ...files import below
from .client import plan_client
from .examples import Snippets
from .manifest import manifest
from .mock import plan_mock
from .models import model_manifest
from .operations import MethodPlanner
from .package import plan_project
from .package_text import header_of, package_name
from .plan import ClientPlan, Package
from .resources import build_tree, seat_operations
from .server import plan_server
from .webhooks import plan_webhooks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ...config import Config, Emit
    from ...diagnostics import Diagnostics
    from ...files import Artifact, GeneratedFile
    from ...ir.api import Api
    from .lowering import Lowering
    from .model_names import ModelNames
    from .plan import Roles


def plan_operations(
    api: Api,
    lowering: Lowering,
    config: Config,
    diagnostics: Diagnostics,
    names: Callable[[], ModelNames],
) -> ClientPlan:
    """Name everything once: package, resources, methods and their arguments.

    ``names`` returns the names of the models; it is called as late as can be, because it may have to
    wait for them.
    """
    merged = replace(api, schemas=lowering.schemas)
    seats = seat_operations(merged, config, diagnostics)
    planner = MethodPlanner(merged, lowering, diagnostics, config.pagination, config.streams)
    methods = tuple(
        planner.plan(operation, seat) for operation, seat in zip(api.operations, seats, strict=True)
    )
    paths = (seat.path for seat in seats)
    package = package_name(api.info.title, config, diagnostics)
    return ClientPlan(
        package=package,
        header=header_of(api),
        api=merged,
        lowering=lowering,
        resources=build_tree(api, list(zip(paths, methods, strict=True))),
        methods=methods,
        named=names,
    )


def plan_rest(plan: ClientPlan, config: Config, wait: Callable[[], Roles]) -> Iterator[Package]:
    """Plan all but the models: first yield the client, which is the largest part, then all else.

    ``wait`` returns what a mock does; it is called late, because that may not be known yet.
    """
    parts = _parts(config)
    snippets = Snippets(plan)
    client: tuple[Artifact, ...] = ()
    if "client" in parts:
        client = (*plan_client(plan, snippets), *plan_webhooks(plan))
    yield Package(plan.package, tuple(below(plan.package, client)))
    artifacts: list[Artifact] = []
    files: list[GeneratedFile] = []
    stubs: Mapping[str, str] = {}
    roles: Mapping[str, str] = {}
    if "server" in parts:
        server = plan_server(plan)
        artifacts += server.artifacts
        files += server.files
        stubs = server.stubs
    project = plan_project(plan, config, snippets)
    if found := wait().lifecycle:
        mock = plan_mock(plan, found)
        artifacts += mock.artifacts
        files += mock.files
        roles = mock.roles
    models = model_manifest(plan.lowering, plan.names)
    yield Package(
        package=plan.package,
        artifacts=(*project, *below(plan.package, artifacts)),
        files=tuple(below(plan.package, files)),
        runtimes=tuple(
            (_RUNTIMES[part][0], f"{plan.package}/{_RUNTIMES[part][1]}")
            for part in parts
            if part in _RUNTIMES
        ),
        manifest=manifest(plan, models, stubs=stubs, roles=roles),
    )


_RUNTIMES = {
    "models": ("runtime", "_runtime"),
    "server": ("server_runtime", "server/_runtime"),
    "mock": ("mock_runtime", "mock/_runtime"),
}


def _parts(config: Config) -> tuple[Emit, ...]:
    """Return what to generate: what was asked for with what that rests on."""
    wanted = {"models", *config.emit}
    if "mock" in wanted:
        wanted |= {"client", "server"}
    return tuple(part for part in EVERYTHING if part in wanted)
