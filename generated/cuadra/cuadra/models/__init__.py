# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .body_associate_file import BodyAssociateFile as BodyAssociateFile
    from .body_upload_file import BodyUploadFile as BodyUploadFile
    from .chat_out import ChatOut as ChatOut
    from .chat_page import ChatPage as ChatPage
    from .chat_request import ChatRequest as ChatRequest
    from .chat_response import ChatResponse as ChatResponse
    from .chat_summary_out import ChatSummaryOut as ChatSummaryOut
    from .chat_update import ChatUpdate as ChatUpdate
    from .composed_system_prompt_out import ComposedSystemPromptOut as ComposedSystemPromptOut
    from .connector_metadata import ConnectorMetadata as ConnectorMetadata
    from .create_or_continue_chat import CreateOrContinueChatEvent as CreateOrContinueChatEvent
    from .create_or_continue_chat import (
        CreateOrContinueChatEventToolCall as CreateOrContinueChatEventToolCall,
    )
    from .create_or_continue_chat import (
        CreateOrContinueChatEventUsage as CreateOrContinueChatEventUsage,
    )
    from .credit_usage import CreditUsage as CreditUsage
    from .dataset_create import DatasetCreate as DatasetCreate
    from .dataset_out import DatasetOut as DatasetOut
    from .dataset_page import DatasetPage as DatasetPage
    from .dataset_snapshot_create import DatasetSnapshotCreate as DatasetSnapshotCreate
    from .dataset_snapshot_out import DatasetSnapshotOut as DatasetSnapshotOut
    from .dataset_snapshot_page import DatasetSnapshotPage as DatasetSnapshotPage
    from .dataset_update import DatasetUpdate as DatasetUpdate
    from .file_association_out import FileAssociationOut as FileAssociationOut
    from .file_out import FileOut as FileOut
    from .file_page import FilePage as FilePage
    from .health_status import HealthStatus as HealthStatus
    from .http_validation_error import HTTPValidationError as HTTPValidationError
    from .message_create import MessageCreate as MessageCreate
    from .message_file_out import MessageFileOut as MessageFileOut
    from .message_out import MessageOut as MessageOut
    from .model_create import ModelCreate as ModelCreate
    from .model_dataset_batch_create import ModelDatasetBatchCreate as ModelDatasetBatchCreate
    from .model_dataset_batch_create_out import (
        ModelDatasetBatchCreateOut as ModelDatasetBatchCreateOut,
    )
    from .model_dataset_batch_update import ModelDatasetBatchUpdate as ModelDatasetBatchUpdate
    from .model_dataset_batch_update_item import (
        ModelDatasetBatchUpdateItem as ModelDatasetBatchUpdateItem,
    )
    from .model_dataset_batch_update_out import (
        ModelDatasetBatchUpdateOut as ModelDatasetBatchUpdateOut,
    )
    from .model_dataset_create import ModelDatasetCreate as ModelDatasetCreate
    from .model_dataset_out import ModelDatasetOut as ModelDatasetOut
    from .model_dataset_page import ModelDatasetPage as ModelDatasetPage
    from .model_dataset_update import ModelDatasetUpdate as ModelDatasetUpdate
    from .model_out import ModelOut as ModelOut
    from .model_page import ModelPage as ModelPage
    from .model_update import ModelUpdate as ModelUpdate
    from .particle_category import ParticleCategory as ParticleCategory
    from .particle_create import ParticleCreate as ParticleCreate
    from .particle_out import ParticleOut as ParticleOut
    from .particle_page import ParticlePage as ParticlePage
    from .particle_update import ParticleUpdate as ParticleUpdate
    from .particle_version_out import ParticleVersionOut as ParticleVersionOut
    from .plan_info import PlanInfo as PlanInfo
    from .problem_details import ProblemDetails as ProblemDetails
    from .processing_status import ProcessingStatus as ProcessingStatus
    from .provider_health_status import ProviderHealthStatus as ProviderHealthStatus
    from .readiness_status import ReadinessStatus as ReadinessStatus
    from .source_out import SourceOut as SourceOut
    from .storage_usage import StorageUsage as StorageUsage
    from .system_prompt_copy import SystemPromptCopy as SystemPromptCopy
    from .system_prompt_create import SystemPromptCreate as SystemPromptCreate
    from .system_prompt_out import SystemPromptOut as SystemPromptOut
    from .system_prompt_page import SystemPromptPage as SystemPromptPage
    from .system_prompt_particle_add import SystemPromptParticleAdd as SystemPromptParticleAdd
    from .system_prompt_particle_out import SystemPromptParticleOut as SystemPromptParticleOut
    from .system_prompt_particle_update import (
        SystemPromptParticleUpdate as SystemPromptParticleUpdate,
    )
    from .system_prompt_update import SystemPromptUpdate as SystemPromptUpdate
    from .token_usage import TokenUsage as TokenUsage
    from .tool_call_function_out import ToolCallFunctionOut as ToolCallFunctionOut
    from .tool_call_out import ToolCallOut as ToolCallOut
    from .tool_function_schema import ToolFunctionSchema as ToolFunctionSchema
    from .tool_schema import ToolSchema as ToolSchema
    from .ui_message_part import AbortPart as AbortPart
    from .ui_message_part import ErrorPart as ErrorPart
    from .ui_message_part import FilePart as FilePart
    from .ui_message_part import FinishPart as FinishPart
    from .ui_message_part import FinishStepPart as FinishStepPart
    from .ui_message_part import ReasoningDeltaPart as ReasoningDeltaPart
    from .ui_message_part import ReasoningEndPart as ReasoningEndPart
    from .ui_message_part import ReasoningStartPart as ReasoningStartPart
    from .ui_message_part import SourceDocumentPart as SourceDocumentPart
    from .ui_message_part import SourceUrlPart as SourceUrlPart
    from .ui_message_part import StartPart as StartPart
    from .ui_message_part import StartStepPart as StartStepPart
    from .ui_message_part import TextDeltaPart as TextDeltaPart
    from .ui_message_part import TextEndPart as TextEndPart
    from .ui_message_part import TextStartPart as TextStartPart
    from .ui_message_part import ToolInputAvailablePart as ToolInputAvailablePart
    from .ui_message_part import ToolInputDeltaPart as ToolInputDeltaPart
    from .ui_message_part import ToolInputStartPart as ToolInputStartPart
    from .ui_message_part import ToolOutputAvailablePart as ToolOutputAvailablePart
    from .ui_message_part import UIMessagePart as UIMessagePart
    from .usage_out import UsageOut as UsageOut
    from .validation_error import ValidationError as ValidationError

__all__ = [
    "AbortPart",
    "BodyAssociateFile",
    "BodyUploadFile",
    "ChatOut",
    "ChatPage",
    "ChatRequest",
    "ChatResponse",
    "ChatSummaryOut",
    "ChatUpdate",
    "ComposedSystemPromptOut",
    "ConnectorMetadata",
    "CreateOrContinueChatEvent",
    "CreateOrContinueChatEventToolCall",
    "CreateOrContinueChatEventUsage",
    "CreditUsage",
    "DatasetCreate",
    "DatasetOut",
    "DatasetPage",
    "DatasetSnapshotCreate",
    "DatasetSnapshotOut",
    "DatasetSnapshotPage",
    "DatasetUpdate",
    "ErrorPart",
    "FileAssociationOut",
    "FileOut",
    "FilePage",
    "FilePart",
    "FinishPart",
    "FinishStepPart",
    "HTTPValidationError",
    "HealthStatus",
    "MessageCreate",
    "MessageFileOut",
    "MessageOut",
    "ModelCreate",
    "ModelDatasetBatchCreate",
    "ModelDatasetBatchCreateOut",
    "ModelDatasetBatchUpdate",
    "ModelDatasetBatchUpdateItem",
    "ModelDatasetBatchUpdateOut",
    "ModelDatasetCreate",
    "ModelDatasetOut",
    "ModelDatasetPage",
    "ModelDatasetUpdate",
    "ModelOut",
    "ModelPage",
    "ModelUpdate",
    "ParticleCategory",
    "ParticleCreate",
    "ParticleOut",
    "ParticlePage",
    "ParticleUpdate",
    "ParticleVersionOut",
    "PlanInfo",
    "ProblemDetails",
    "ProcessingStatus",
    "ProviderHealthStatus",
    "ReadinessStatus",
    "ReasoningDeltaPart",
    "ReasoningEndPart",
    "ReasoningStartPart",
    "SourceDocumentPart",
    "SourceOut",
    "SourceUrlPart",
    "StartPart",
    "StartStepPart",
    "StorageUsage",
    "SystemPromptCopy",
    "SystemPromptCreate",
    "SystemPromptOut",
    "SystemPromptPage",
    "SystemPromptParticleAdd",
    "SystemPromptParticleOut",
    "SystemPromptParticleUpdate",
    "SystemPromptUpdate",
    "TextDeltaPart",
    "TextEndPart",
    "TextStartPart",
    "TokenUsage",
    "ToolCallFunctionOut",
    "ToolCallOut",
    "ToolFunctionSchema",
    "ToolInputAvailablePart",
    "ToolInputDeltaPart",
    "ToolInputStartPart",
    "ToolOutputAvailablePart",
    "ToolSchema",
    "UIMessagePart",
    "UsageOut",
    "ValidationError",
]

_MODULES = {
    "AbortPart": "ui_message_part",
    "BodyAssociateFile": "body_associate_file",
    "BodyUploadFile": "body_upload_file",
    "ChatOut": "chat_out",
    "ChatPage": "chat_page",
    "ChatRequest": "chat_request",
    "ChatResponse": "chat_response",
    "ChatSummaryOut": "chat_summary_out",
    "ChatUpdate": "chat_update",
    "ComposedSystemPromptOut": "composed_system_prompt_out",
    "ConnectorMetadata": "connector_metadata",
    "CreateOrContinueChatEvent": "create_or_continue_chat",
    "CreateOrContinueChatEventToolCall": "create_or_continue_chat",
    "CreateOrContinueChatEventUsage": "create_or_continue_chat",
    "CreditUsage": "credit_usage",
    "DatasetCreate": "dataset_create",
    "DatasetOut": "dataset_out",
    "DatasetPage": "dataset_page",
    "DatasetSnapshotCreate": "dataset_snapshot_create",
    "DatasetSnapshotOut": "dataset_snapshot_out",
    "DatasetSnapshotPage": "dataset_snapshot_page",
    "DatasetUpdate": "dataset_update",
    "ErrorPart": "ui_message_part",
    "FileAssociationOut": "file_association_out",
    "FileOut": "file_out",
    "FilePage": "file_page",
    "FilePart": "ui_message_part",
    "FinishPart": "ui_message_part",
    "FinishStepPart": "ui_message_part",
    "HTTPValidationError": "http_validation_error",
    "HealthStatus": "health_status",
    "MessageCreate": "message_create",
    "MessageFileOut": "message_file_out",
    "MessageOut": "message_out",
    "ModelCreate": "model_create",
    "ModelDatasetBatchCreate": "model_dataset_batch_create",
    "ModelDatasetBatchCreateOut": "model_dataset_batch_create_out",
    "ModelDatasetBatchUpdate": "model_dataset_batch_update",
    "ModelDatasetBatchUpdateItem": "model_dataset_batch_update_item",
    "ModelDatasetBatchUpdateOut": "model_dataset_batch_update_out",
    "ModelDatasetCreate": "model_dataset_create",
    "ModelDatasetOut": "model_dataset_out",
    "ModelDatasetPage": "model_dataset_page",
    "ModelDatasetUpdate": "model_dataset_update",
    "ModelOut": "model_out",
    "ModelPage": "model_page",
    "ModelUpdate": "model_update",
    "ParticleCategory": "particle_category",
    "ParticleCreate": "particle_create",
    "ParticleOut": "particle_out",
    "ParticlePage": "particle_page",
    "ParticleUpdate": "particle_update",
    "ParticleVersionOut": "particle_version_out",
    "PlanInfo": "plan_info",
    "ProblemDetails": "problem_details",
    "ProcessingStatus": "processing_status",
    "ProviderHealthStatus": "provider_health_status",
    "ReadinessStatus": "readiness_status",
    "ReasoningDeltaPart": "ui_message_part",
    "ReasoningEndPart": "ui_message_part",
    "ReasoningStartPart": "ui_message_part",
    "SourceDocumentPart": "ui_message_part",
    "SourceOut": "source_out",
    "SourceUrlPart": "ui_message_part",
    "StartPart": "ui_message_part",
    "StartStepPart": "ui_message_part",
    "StorageUsage": "storage_usage",
    "SystemPromptCopy": "system_prompt_copy",
    "SystemPromptCreate": "system_prompt_create",
    "SystemPromptOut": "system_prompt_out",
    "SystemPromptPage": "system_prompt_page",
    "SystemPromptParticleAdd": "system_prompt_particle_add",
    "SystemPromptParticleOut": "system_prompt_particle_out",
    "SystemPromptParticleUpdate": "system_prompt_particle_update",
    "SystemPromptUpdate": "system_prompt_update",
    "TextDeltaPart": "ui_message_part",
    "TextEndPart": "ui_message_part",
    "TextStartPart": "ui_message_part",
    "TokenUsage": "token_usage",
    "ToolCallFunctionOut": "tool_call_function_out",
    "ToolCallOut": "tool_call_out",
    "ToolFunctionSchema": "tool_function_schema",
    "ToolInputAvailablePart": "ui_message_part",
    "ToolInputDeltaPart": "ui_message_part",
    "ToolInputStartPart": "ui_message_part",
    "ToolOutputAvailablePart": "ui_message_part",
    "ToolSchema": "tool_schema",
    "UIMessagePart": "ui_message_part",
    "UsageOut": "usage_out",
    "ValidationError": "validation_error",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
