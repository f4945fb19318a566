# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated, Any

from .._runtime.models import Alias, Model, Number
from .message_create import MessageCreate
from .tool_schema import ToolSchema


class ChatRequest(Model):
    """Request to open or continue a chat."""

    messages: list[MessageCreate]
    """New messages for the model; one or more."""

    chat_id: Annotated[str | None, Alias("chatId")] = None
    """Existing chat to add to. A new chat is opened when omitted."""

    model_id: Annotated[str | None, Alias("modelId")] = None
    """The `id` of a model, as listed by `/v1/models`. May be omitted when `chatId` is given: that
    chat's model is then used.
    """

    system_prompt: str | None = None
    """System prompt to apply to this request."""

    ephemeral: bool = False
    """Opens a temporary chat, for example for testing, that the server removes on its own."""

    stream: bool = False
    """Return server-sent events instead of one JSON body."""

    max_tokens: Annotated[int | None, Alias("maxTokens")] = None
    """Upper bound on tokens in the answer."""

    temperature: Number | None = None
    """Randomness of sampling between 0 and 2. Low values make answers close to repeatable; from
    roughly 0.7 upwards they differ noticeably. Each provider has its own default.
    """

    response_format: Annotated[dict[str, Any] | None, Alias("responseFormat")] = None
    """Requests structured output by way of `json_schema`; what the model returns matches the JSON
    Schema supplied.
    """

    enable_reasoning: Annotated[bool, Alias("enableReasoning")] = False
    """Has a reasoning-capable model show how it reasons. These tokens are charged separately and
    may be expensive.
    """

    reasoning_budget: Annotated[int | None, Alias("reasoningBudget")] = None
    """Upper bound on reasoning tokens, ignored unless `enableReasoning` is true. Defaults to 10000
    or to what the provider sets.
    """

    tools: list[ToolSchema] | None = None
    """Tools offered to the model. The provider receives them as they are, and executing a call is
    the client's job.
    """

    tool_choice: Annotated[str | dict[str, Any] | None, Alias("toolChoice")] = None
    """Leaves the choice to the model (`auto`), forbids tools (`none`), demands one (`required`),
    or, as an object, says which.
    """

    parallel_tool_calls: Annotated[bool | None, Alias("parallelToolCalls")] = None
    """Permit more than one tool call per turn. Support varies by provider; on by default."""

    enable_artifacts: Annotated[bool, Alias("enableArtifacts")] = False
    """Allow the model to write documents of their own, such as reports, code, HTML or diagrams.
    Requires `stream: true`; the tools needed are provided by the server.
    """

    fetch_urls: Annotated[bool, Alias("fetchUrls")] = True
    """Have the server load URLs that appear in user messages and pass their content on. The model
    is told about any that fail.
    """

    file_ids: Annotated[list[str] | None, Alias("fileIds")] = None
    """Uploaded files to link to the chat beforehand, so that they can be searched. Until their
    vectors exist the plain extracted text is used.
    """

    use_vlm_rag: Annotated[bool | None, Alias("useVlmRag")] = None
    """Decides if `image_ocr` chunks found by retrieval bring their source images along: true
    always, false never, null as the server decides from the model's vision support and its own
    settings. Images are charged as input tokens.
    """
