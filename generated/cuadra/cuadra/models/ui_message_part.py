# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated, Any, Literal

from .._runtime.models import Alias, Model


class StartPart(Model):
    """A message begins."""

    type: Literal["start"]

    message_id: Annotated[str | None, Alias("messageId")] = None
    """Identifies the message."""


class StartStepPart(Model):
    """One call of the model begins."""

    type: Literal["start-step"]


class TextStartPart(Model):
    """A block of text begins."""

    type: Literal["text-start"]

    id: str
    """Names the block that this part belongs to."""


class TextDeltaPart(Model):
    """Text to append to a block."""

    type: Literal["text-delta"]

    id: str
    """Names the block that this part belongs to."""

    delta: str
    """The text."""


class TextEndPart(Model):
    """A block of text is complete."""

    type: Literal["text-end"]

    id: str
    """Names the block that this part belongs to."""


class ReasoningStartPart(Model):
    """A block of reasoning begins."""

    type: Literal["reasoning-start"]

    id: str
    """Names the block that this part belongs to."""


class ReasoningDeltaPart(Model):
    """Text to append to the reasoning."""

    type: Literal["reasoning-delta"]

    id: str
    """Names the block that this part belongs to."""

    delta: str
    """The text."""


class ReasoningEndPart(Model):
    """A block of reasoning is complete."""

    type: Literal["reasoning-end"]

    id: str
    """Names the block that this part belongs to."""


class SourceUrlPart(Model):
    """A page that the answer is based on."""

    type: Literal["source-url"]

    source_id: Annotated[str, Alias("sourceId")]
    """Identifies the source."""

    url: str
    """Where it is."""

    title: str | None = None
    """What it is called."""


class SourceDocumentPart(Model):
    """A document that the answer is based on."""

    type: Literal["source-document"]

    source_id: Annotated[str, Alias("sourceId")]
    """Identifies the source."""

    media_type: Annotated[str, Alias("mediaType")]
    """Its media type."""

    title: str
    """What it is called."""

    filename: str | None = None
    """Its file name."""


class FilePart(Model):
    """A file that the model made."""

    type: Literal["file"]

    url: str
    """Where it is, or the file as a data URL."""

    media_type: Annotated[str, Alias("mediaType")]
    """Its media type."""


class ToolInputStartPart(Model):
    """A tool is about to be called."""

    type: Literal["tool-input-start"]

    tool_call_id: Annotated[str, Alias("toolCallId")]
    """Identifies the tool call."""

    tool_name: Annotated[str, Alias("toolName")]
    """Name of the tool."""


class ToolInputDeltaPart(Model):
    """Some of a tool call's arguments, as text."""

    type: Literal["tool-input-delta"]

    tool_call_id: Annotated[str, Alias("toolCallId")]
    """Identifies the tool call."""

    input_text_delta: Annotated[str, Alias("inputTextDelta")]
    """Text to append."""


class ToolInputAvailablePart(Model):
    """A tool call's arguments are complete."""

    type: Literal["tool-input-available"]

    tool_call_id: Annotated[str, Alias("toolCallId")]
    """Identifies the tool call."""

    tool_name: Annotated[str, Alias("toolName")]
    """Name of the tool."""

    input: Any
    """The arguments."""


class ToolOutputAvailablePart(Model):
    """A tool has answered."""

    type: Literal["tool-output-available"]

    tool_call_id: Annotated[str, Alias("toolCallId")]
    """Identifies the tool call."""

    output: Any
    """Its answer."""


class ErrorPart(Model):
    """Something went wrong."""

    type: Literal["error"]

    error_text: Annotated[str, Alias("errorText")]
    """What, for people."""


class FinishStepPart(Model):
    """One call of the model is complete."""

    type: Literal["finish-step"]


class FinishPart(Model):
    """The message is complete."""

    type: Literal["finish"]

    usage: dict[str, Any] | None = None
    """Tokens that were used."""


class AbortPart(Model):
    """The answer was broken off."""

    type: Literal["abort"]


UIMessagePart = (
    StartPart
    | StartStepPart
    | TextStartPart
    | TextDeltaPart
    | TextEndPart
    | ReasoningStartPart
    | ReasoningDeltaPart
    | ReasoningEndPart
    | SourceUrlPart
    | SourceDocumentPart
    | FilePart
    | ToolInputStartPart
    | ToolInputDeltaPart
    | ToolInputAvailablePart
    | ToolOutputAvailablePart
    | ErrorPart
    | FinishStepPart
    | FinishPart
    | AbortPart
)
"""One event of the AI SDK's UI message stream, version v1."""
