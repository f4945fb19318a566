# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.
"""Dictionaries that methods take in place of models: JSON, with the names that JSON has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, Literal

    from . import models

__all__ = [
    "MessageCreateParam",
    "ModelDatasetBatchUpdateItemParam",
    "ModelDatasetCreateParam",
    "SystemPromptParticleAddParam",
    "ToolCallFunctionOutParam",
    "ToolCallOutParam",
    "ToolFunctionSchemaParam",
    "ToolSchemaParam",
]


class MessageCreateParam(TypedDict, total=False):
    """One message of a request. An AI SDK UIMessage, which carries `parts`, is also allowed and
    gets converted.
    """

    role: Required[Literal["user", "assistant", "system", "tool"]]
    """Role of the author."""

    content: str | None
    """Message text."""

    toolCallId: str | None
    """Id of the tool call this message answers. Mandatory for the role `tool`."""

    toolCalls: Sequence[models.ToolCallOut | ToolCallOutParam] | None
    """Calls the assistant made to tools. For the role `assistant` alone."""


class ModelDatasetBatchUpdateItemParam(TypedDict, total=False):
    """Single change within a batch."""

    datasetId: Required[str]
    """Dataset whose link is to change."""

    usageType: str | None
    """Usage to set."""

    datasetSnapshotId: str | None
    """Snapshot to pin to from now on; with null, the latest state."""

    priority: int | None
    """Search rank to set."""


class ModelDatasetCreateParam(TypedDict, total=False):
    """Link to create between a model and a dataset."""

    datasetId: Required[str]
    """Dataset to link, by id."""

    usageType: str
    """Role of the dataset for the model. At present the endpoint page permits `rag` alone; a guide
    has `context` as well.
    """

    datasetSnapshotId: str | None
    """Snapshot to pin to. With null, the model always sees the latest state."""

    priority: int
    """Rank in the search: datasets with larger numbers are searched earlier."""


class SystemPromptParticleAddParam(TypedDict, total=False):
    """Link to create between a system prompt and a particle."""

    particleId: Required[str]
    """Particle to add, by id."""

    particleVersionId: str | None
    """Version to hold on to. With null, the current one is always used."""

    order: int
    """Position within the prompt; smaller numbers come first."""


class ToolCallFunctionOutParam(TypedDict, total=False):
    """Which function to call, and with what."""

    name: Required[str]
    """Identifier of the function to run."""

    arguments: Required[str]
    """Arguments of the function as JSON text; parse before use."""


class ToolCallOutParam(TypedDict, total=False):
    """Request by the model to call a tool."""

    id: Required[str]
    """Identifies the call."""

    type: Literal["function"]
    """Type of the call."""

    function: Required[models.ToolCallFunctionOut | ToolCallFunctionOutParam]
    """The function wanted, with arguments."""


class ToolFunctionSchemaParam(TypedDict, total=False):
    """Function offered to the model as a tool."""

    name: Required[str]
    """Name of the function, made of letters, digits, `_` and `-`."""

    description: str | None
    """Purpose of the function; the model reads this when deciding."""

    parameters: Mapping[str, Any] | None
    """What arguments the function takes, as a JSON Schema."""


class ToolSchemaParam(TypedDict, total=False):
    """Tool the model can choose to call."""

    type: Literal["function"]
    """Tool type."""

    function: Required[models.ToolFunctionSchema | ToolFunctionSchemaParam]
    """Function that the tool stands for."""
