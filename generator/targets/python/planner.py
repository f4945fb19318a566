"""From the intermediate model to the plan of a package.

The two halves of the plan, models and all else, can be made in two processes; each imports its own modules.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...files import below
from .lowering import Lowering
from .model_names import name_models
from .package_text import header_of, package_name
from .plan import Package, Roles

if TYPE_CHECKING:
    from ...config import Config
    from ...diagnostics import Diagnostics
    from ...files import Artifact, GeneratedFile
    from ...ir.api import Api
    from .model_names import ModelNames


def plan_package(api: Api, config: Config, diagnostics: Diagnostics) -> Package:
    """Plan everything that a document becomes: names, types and texts, nothing rendered yet."""
    from .rest import plan_operations, plan_rest

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


def plan_roles(api: Api, lowering: Lowering, config: Config) -> Roles:
    """Say what a mock does for each operation, if one is wanted."""
    if "mock" not in config.emit:
        return Roles(None)
    from ...analyze.lifecycle import lifecycle

    return Roles(lifecycle(replace(api, schemas=lowering.schemas)))


def plan_models_part(
    api: Api, lowering: Lowering, names: ModelNames, config: Config, diagnostics: Diagnostics
) -> Package:
    """Plan the models, and what strict clients judge by; this and the rest need not wait for each other."""
    from .models import class_pointers
    from .strict_bodies import strict_bodies
    from .strict_schemas import discriminators_of

    package = package_name(api.info.title, config, diagnostics)
    artifacts, files = _models(lowering, names, header_of(api), config)
    return Package(
        package=package,
        artifacts=tuple(below(package, artifacts)),
        files=tuple(below(package, files)),
        classes=class_pointers(lowering, names),
        discriminators=discriminators_of(api.schemas),
        bodies=strict_bodies(api, lowering),
    )


def _models(
    lowering: Lowering, names: ModelNames, header: str, config: Config
) -> tuple[tuple[Artifact, ...], tuple[GeneratedFile, ...]]:
    """Plan the models with the backend that the configuration names."""
    if config.model_backend == "dcg":
        from .models_dcg import plan_models_dcg

        return plan_models_dcg(lowering, names, header)
    from .models import plan_models

    return plan_models(lowering, names, header), ()
