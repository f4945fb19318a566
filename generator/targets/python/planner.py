"""From the intermediate model to the plan of a whole package."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

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
from .plan import ClientPlan, Package
from .resources import build_tree, seat_operations
from .server import plan_server
from .strict_bodies import strict_bodies
from .strict_schemas import discriminators_of
from .webhooks import plan_webhooks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...config import Config, Emit
    from ...diagnostics import Diagnostics
    from ...ir.api import Api

File = TypeVar("File", Artifact, GeneratedFile)


def plan_package(api: Api, config: Config, diagnostics: Diagnostics) -> Package:
    """Plan everything that a document becomes: names, types and texts, nothing rendered yet."""
    return plan_whole(api, plan_operations(api, config, diagnostics), config)


def plan_whole(api: Api, plan: ClientPlan, config: Config) -> Package:
    """Plan the models and the rest."""
    models = plan_models_part(api, plan, config)
    rest = plan_rest(plan, config)
    return replace(
        models,
        artifacts=(*models.artifacts, *rest.artifacts),
        files=(*models.files, *rest.files),
        runtimes=rest.runtimes,
        manifest=rest.manifest,
    )


def plan_operations(api: Api, config: Config, diagnostics: Diagnostics) -> ClientPlan:
    """Name everything once: package, models, resources, methods and their arguments."""
    lowering = Lowering(api, diagnostics)
    merged = replace(api, schemas=lowering.schemas)
    seats = seat_operations(merged, config, diagnostics)
    planner = MethodPlanner(merged, lowering, diagnostics, config.pagination, config.streams)
    methods = tuple(
        planner.plan(operation, seat) for operation, seat in zip(api.operations, seats, strict=True)
    )
    paths = (seat.path for seat in seats)
    return ClientPlan(
        package=package_name(api, config, diagnostics),
        header=header_of(api),
        api=merged,
        lowering=lowering,
        names=name_models(api, lowering),
        resources=build_tree(api, list(zip(paths, methods, strict=True))),
        methods=methods,
    )


def plan_models_part(api: Api, plan: ClientPlan, config: Config) -> Package:
    """Plan the models, and what strict clients judge by; this and the rest need not wait for each other."""
    artifacts, files = _models(plan, config)
    return Package(
        package=plan.package,
        artifacts=tuple(_below(plan.package, artifacts)),
        files=tuple(_below(plan.package, files)),
        classes=class_pointers(plan.lowering, plan.names),
        discriminators=discriminators_of(api.schemas),
        bodies=strict_bodies(api, plan.lowering),
    )


def plan_rest(plan: ClientPlan, config: Config) -> Package:
    """Plan all but the models."""
    parts = _parts(config)
    snippets = Snippets(plan)
    artifacts: list[Artifact] = []
    files: list[GeneratedFile] = []
    stubs: Mapping[str, str] = {}
    roles: Mapping[str, str] = {}
    if "client" in parts:
        artifacts += (*plan_client(plan, snippets), *plan_webhooks(plan))
    if "server" in parts:
        server = plan_server(plan)
        artifacts += server.artifacts
        files += server.files
        stubs = server.stubs
    if "mock" in parts:
        mock = plan_mock(plan)
        artifacts += mock.artifacts
        files += mock.files
        roles = mock.roles
    models = model_manifest(plan.lowering, plan.names)
    return Package(
        package=plan.package,
        artifacts=(*plan_project(plan, config, snippets), *_below(plan.package, artifacts)),
        files=tuple(_below(plan.package, files)),
        runtimes=tuple(
            (_RUNTIMES[part][0], f"{plan.package}/{_RUNTIMES[part][1]}")
            for part in parts
            if part in _RUNTIMES
        ),
        manifest=manifest(plan, models, stubs=stubs, roles=roles),
    )


def _models(plan: ClientPlan, config: Config) -> tuple[list[Artifact], list[GeneratedFile]]:
    """Plan the models with the backend that the configuration names."""
    if config.model_backend == "dcg":
        artifacts, files = plan_models_dcg(plan.lowering, plan.names, plan.header)
        return [*artifacts], [*files]
    return [*plan_models(plan.lowering, plan.names, plan.header)], []


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
    return (replace(file, path=f"{package}/{file.path}") for file in files)
