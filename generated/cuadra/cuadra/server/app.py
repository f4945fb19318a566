# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Union

from .. import models
from ._runtime import build_app

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._runtime import App, Authenticate
    from .chats import ChatsHandlers
    from .dataset_snapshots import DatasetSnapshotsHandlers
    from .datasets import DatasetsHandlers
    from .files import FilesHandlers
    from .health import HealthHandlers
    from .model_datasets import ModelDatasetsHandlers
    from .models import ModelsHandlers
    from .particle_versions import ParticleVersionsHandlers
    from .particles import ParticlesHandlers
    from .system_prompt_particles import SystemPromptParticlesHandlers
    from .system_prompts import SystemPromptsHandlers
    from .usage import UsageHandlers

# What arguments become before a handler gets them; the others stay in JSON's types.
TYPES: dict[str, dict[str, Callable[[], Any]]] = {
    "models.create": {"body": lambda: models.ModelCreate},
    "models.update": {"body": lambda: models.ModelUpdate},
    "models.datasets.associate": {"body": lambda: models.ModelDatasetCreate},
    "models.datasets.batch_associate": {"body": lambda: models.ModelDatasetBatchCreate},
    "models.datasets.batch_update_associations": {"body": lambda: models.ModelDatasetBatchUpdate},
    "models.datasets.update_association": {"body": lambda: models.ModelDatasetUpdate},
    "chats.create_or_continue": {"body": lambda: models.ChatRequest},
    "chats.update": {"body": lambda: models.ChatUpdate},
    "datasets.create": {"body": lambda: models.DatasetCreate},
    "datasets.update": {"body": lambda: models.DatasetUpdate},
    "datasets.snapshots.create": {"body": lambda: models.DatasetSnapshotCreate},
    "particles.list": {"category": lambda: Union[models.ParticleCategory, None]},
    "particles.create": {"body": lambda: models.ParticleCreate},
    "particles.update": {"body": lambda: models.ParticleUpdate},
    "system_prompts.create": {"body": lambda: models.SystemPromptCreate},
    "system_prompts.update": {"body": lambda: models.SystemPromptUpdate},
    "system_prompts.copy": {"body": lambda: models.SystemPromptCopy},
    "system_prompts.particles.add": {"body": lambda: models.SystemPromptParticleAdd},
    "system_prompts.particles.update": {"body": lambda: models.SystemPromptParticleUpdate},
}


def create_app(
    *,
    health: HealthHandlers | None = None,
    models: ModelsHandlers | None = None,
    model_datasets: ModelDatasetsHandlers | None = None,
    chats: ChatsHandlers | None = None,
    files: FilesHandlers | None = None,
    datasets: DatasetsHandlers | None = None,
    dataset_snapshots: DatasetSnapshotsHandlers | None = None,
    particles: ParticlesHandlers | None = None,
    particle_versions: ParticleVersionsHandlers | None = None,
    system_prompts: SystemPromptsHandlers | None = None,
    system_prompt_particles: SystemPromptParticlesHandlers | None = None,
    usage: UsageHandlers | None = None,
    authenticate: Authenticate | None = None,
    check_responses: bool = False,
) -> App:
    """Make the ASGI application that serves the Cuadra AI API by the given handlers.

    Operations of resources that have none answer 501.

    Args:
        authenticate: Checks the credentials of a request. Without it every operation that needs
            some answers 401; `allow_anyone` accepts all, for development.
        check_responses: Whether a response that does not match the API's description becomes a 500.
    """
    return build_app(
        Path(__file__).parent,
        {
            "health": health,
            "models": models,
            "models.datasets": model_datasets,
            "chats": chats,
            "files": files,
            "datasets": datasets,
            "datasets.snapshots": dataset_snapshots,
            "particles": particles,
            "particles.versions": particle_versions,
            "system_prompts": system_prompts,
            "system_prompts.particles": system_prompt_particles,
            "usage": usage,
        },
        types=TYPES,
        authenticate=authenticate,
        check_responses=check_responses,
    )
