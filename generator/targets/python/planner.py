"""From the intermediate model to the plan of a whole package."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from ...analyze.lifecycle import lifecycle
from ...config import EVERYTHING
from ...files import Artifact, GeneratedFile
from .client import plan_client
from .examples import Snippets
from .lowering import Lowering
from .manifest import manifest
from .mock import plan_mock
from .models import class_pointers, model_manifest, name_models, plan_models
from .models_dcg import plan_models_dcg
from .operations import MethodPlanner
from .package import header_of, plan_project
from .package_text import package_name
from .plan import ClientPlan, Package, Roles
from .resources import build_tree, seat_operations
from .server import plan_server
from .strict_bodies import strict_bodies
from .strict_schemas import discriminators_of
from .webhooks import plan_webhooks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ...config import Config, Emit
    from ...diagnostics import Diagnostics
    from ...ir.api import Api
    from .model_names import ModelNames

File = TypeVar("File", Artifact, GeneratedFile)


def plan_package(api: Api, config: Config, diagnostics: Diagnostics) -> Package:
    """Plan everything that a document becomes: names, types and texts, nothing rendered yet."""
    lowering = Lowering(api, diagnostics)
    names = name_models(api, lowering)
    plan = plan_operations(api, lowering, config, diagnostics, lambda: names)
    models = plan_models_part(api, lowering, names, config, diagnostics)
    client, rest = plan_rest(plan, config, lambda: plan_roles(api, lowering, config))
    return replace(
        models,
        artifacts=(*models.artifacts, *client.artifacts, *rest.artifacts),
        files=(*models.files, *rest.files),
        runtimes=rest.runtimes,
        manifest=rest.manifest,
    )


def plan_operations(
    api: Api,
    lowering: Lowering,
    config: Config,
    diagnostics: Diagnostics,
    names: Callable[[], ModelNames],
) -> ClientPlan:
    """Name everything once: package, resources, methods and their arguments.

    ``names`` returns the names of the models; it is called last, because it may have to wait for them.
    """
    merged = replace(api, schemas=lowering.schemas)
    seats = seat_operations(merged, config, diagnostics)
    planner = MethodPlanner(merged, lowering, diagnostics, config.pagination, config.streams)
    methods = tuple(
        planner.plan(operation, seat) for operation, seat in zip(api.operations, seats, strict=True)
    )
    paths = (seat.path for seat in seats)
    package = package_name(api, config, diagnostics)
    return ClientPlan(
        package=package,
        header=header_of(api),
        api=merged,
        lowering=lowering,
        resources=build_tree(api, list(zip(paths, methods, strict=True))),
        methods=methods,
        names=names(),
    )


def plan_roles(api: Api, lowering: Lowering, config: Config) -> Roles:
    """Say what a mock does for each operation, if one is wanted."""
    if "mock" not in config.emit:
        return Roles(None)
    return Roles(lifecycle(replace(api, schemas=lowering.schemas)))


def plan_models_part(
    api: Api, lowering: Lowering, names: ModelNames, config: Config, diagnostics: Diagnostics
) -> Package:
    """Plan the models, and what strict clients judge by; this and the rest need not wait for each other."""
    package = package_name(api, config, diagnostics)
    artifacts, files = _models(lowering, names, header_of(api), config)
    return Package(
        package=package,
        artifacts=tuple(_below(package, artifacts)),
        files=tuple(_below(package, files)),
        classes=class_pointers(lowering, names),
        discriminators=discriminators_of(api.schemas),
        bodies=strict_bodies(api, lowering),
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
    yield Package(plan.package, tuple(_below(plan.package, client)))
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
        artifacts=(*project, *_below(plan.package, artifacts)),
        files=tuple(_below(plan.package, files)),
        runtimes=tuple(
            (_RUNTIMES[part][0], f"{plan.package}/{_RUNTIMES[part][1]}")
            for part in parts
            if part in _RUNTIMES
        ),
        manifest=manifest(plan, models, stubs=stubs, roles=roles),
    )


def _models(
    lowering: Lowering, names: ModelNames, header: str, config: Config
) -> tuple[tuple[Artifact, ...], tuple[GeneratedFile, ...]]:
    """Plan the models with the backend that the configuration names."""
    if config.model_backend == "dcg":
        return plan_models_dcg(lowering, names, header)
    return plan_models(lowering, names, header), ()


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


def _below(package: str, files: Iterable[File]) -> Iterable[File]:
    return (file.at(f"{package}/{file.path}") for file in files)
