"""What Cuadra does beyond its document; `twinspec generate` makes it part of the mock as it stands."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..server._runtime import Call, Event, HTTPError, Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ._runtime import MockServer

Row = dict[str, Any]

CATEGORIES = ("role", "tone", "guardrails", "constraints", "format")
RESOURCES = {"chat": "chats", "dataset": "datasets", "model": "models"}
THOUGHTS = ("The question is short, ", "so the answer can be.")


def register(mock: MockServer) -> None:
    """Extend a mock; called once for each."""
    _chats(mock)
    _files(mock)
    _snapshots(mock)
    _particles(mock)
    _system_prompts(mock)


def _chats(mock: MockServer) -> None:
    @mock.extend("chats.create_or_continue")
    def chat(call: Call, answer: Callable[[], Any]) -> Any:
        sources = _sources(mock, call.body)
        reply = answer()
        if isinstance(reply.body, dict):
            key, chunks = reply.body["id"], []
        else:
            chunks = list(reply.body)
            key = chunks[0]["id"]
        calls = _tool_calls(call.body, key)
        text = "" if calls else _structured(mock, call.body, key)
        if calls:
            _say_instead(mock, key, {"content": None, "toolCalls": calls})
        elif text:
            _say_instead(mock, key, {"content": text})
            chunks = _deltas(chunks, text)
        if isinstance(reply.body, dict):
            message = reply.body["message"]
            told = {"message": {**message, "content": text or message["content"]}}
            return _amended(reply, {**told, "sources": sources or None, "toolCalls": calls or None})
        stream = Stream(key, sources, _thoughts(call.body), calls, chunks)
        if call.request.headers.get("x-stream-format") != "ai-sdk":
            return replace(reply, body=stream.chunks())
        messages = (mock.records.get("chats", key) or {})["messages"]
        headers = {**reply.headers, "x-vercel-ai-ui-message-stream": "v1"}
        return replace(reply, body=stream.ui_messages(messages[-1]["id"]), headers=headers)


class Stream:
    """One streamed answer, in either of the two formats."""

    def __init__(
        self,
        key: str,
        sources: list[Row],
        thoughts: tuple[str, ...],
        calls: list[Row],
        said: list[Row],
    ) -> None:
        self.key = key
        self.sources = sources
        self.thoughts = thoughts
        self.calls = calls
        *self.said, self.last = said

    def chunks(self) -> Iterator[Row]:
        """Yield the chunks of the plain format: sources, reasoning, tool calls or text, the end."""
        empty = {"id": self.key, "delta": "", "finished": False}
        if self.sources:
            yield {**empty, "sources": self.sources}
        for thought in self.thoughts:
            yield {**empty, "reasoning": thought}
        for index, call in enumerate(self.calls):
            name, arguments = call["function"]["name"], call["function"]["arguments"]
            first = {
                "index": index,
                "id": call["id"],
                "type": "function",
                "function": {"name": name},
            }
            yield {**empty, "toolCalls": [first]}
            for part in (arguments[:1], arguments[1:]):
                yield {**empty, "toolCalls": [{"index": index, "function": {"arguments": part}}]}
        if not self.calls:
            yield from self.said
        yield self.last

    def ui_messages(self, message: str) -> Iterator[Event]:
        """Yield the parts of the AI SDK's UI message stream."""
        for part in self._parts(message):
            yield Event(part)

    def _parts(self, message: str) -> Iterator[Row]:
        yield {"type": "start", "messageId": message}
        yield {"type": "start-step"}
        for item in self.sources:
            told = {"mediaType": item["contentType"], "title": item["filename"]}
            yield {"type": "source-document", "sourceId": item["sourceId"], **told}
        yield from _block("reasoning", self.thoughts)
        if self.calls:
            yield from self._tool_parts()
        else:
            yield from _block("text", tuple(chunk["delta"] for chunk in self.said))
        yield {"type": "finish-step"}
        usage = self.last["usage"]
        tokens = {"promptTokens": usage["inputTokens"], "completionTokens": usage["outputTokens"]}
        yield {"type": "finish", "usage": tokens}

    def _tool_parts(self) -> Iterator[Row]:
        for call in self.calls:
            name, arguments = call["function"]["name"], call["function"]["arguments"]
            named = {"toolCallId": call["id"], "toolName": name}
            yield {"type": "tool-input-start", **named}
            yield {
                "type": "tool-input-delta",
                "toolCallId": call["id"],
                "inputTextDelta": arguments,
            }
            yield {"type": "tool-input-available", **named, "input": {}}


def _block(kind: str, texts: tuple[str, ...]) -> Iterator[Row]:
    if texts:
        key = f"{kind}-1"
        yield {"type": f"{kind}-start", "id": key}
        for text in texts:
            yield {"type": f"{kind}-delta", "id": key, "delta": text}
        yield {"type": f"{kind}-end", "id": key}


def _thoughts(body: Row) -> tuple[str, ...]:
    return THOUGHTS if body.get("enableReasoning") else ()


def _tool_calls(body: Row, key: str) -> list[Row]:
    """Return a call of the first tool, unless tools are not wanted or this is what one answered."""
    tools = body.get("tools")
    if not tools or body.get("toolChoice") == "none" or body["messages"][-1]["role"] == "tool":
        return []
    function = {"name": tools[0]["function"]["name"], "arguments": "{}"}
    return [{"id": f"call_{key}", "type": "function", "function": function}]


def _structured(mock: MockServer, body: Row, key: str) -> str:
    """Return a JSON text that fits the schema of the request, if it asks for one."""
    wanted = body.get("responseFormat") or {}
    schema = wanted.get("json_schema")
    if wanted.get("type") != "json_schema" or not isinstance(schema, dict):
        return ""
    try:
        return json.dumps(mock.sample(schema.get("schema", True), key))
    except ValueError as error:
        raise HTTPError(422, detail=f"`responseFormat` holds {error}") from error


def _deltas(chunks: list[Row], text: str) -> list[Row]:
    """Return the chunks of a stream with another text in them."""
    if not chunks:
        return []
    parts = [text[at : at + 8] for at in range(0, len(text), 8)]
    return [*({**chunks[0], "delta": part} for part in parts), chunks[-1]]


def _say_instead(mock: MockServer, key: str, values: Row) -> None:
    """Have the stored answer of a chat be another one."""
    chat = mock.records.get("chats", key)
    if chat is not None:
        *before, last = chat["messages"]
        mock.records.update("chats", key, values={"messages": [*before, {**last, **values}]})


def _sources(mock: MockServer, body: Row) -> list[Row]:
    """Return the files that an answer draws on: those of the request, then the model's, best first."""
    chat = mock.records.get("chats", str(body.get("chatId")))
    model = body.get("modelId") or (chat or {}).get("modelId")
    links = mock.records.all("models.datasets", str(model))
    links.sort(key=lambda link: -int(link.get("priority") or 0))  # higher is searched first
    datasets: dict[str, str | None] = {str(key): None for key in body.get("fileIds") or ()}
    files = {row["id"]: row for row in mock.records.all("files")}
    for link in links:
        for row in files.values():
            if row["status"] == "ready" and _belongs(row, "dataset", link["datasetId"]):
                datasets.setdefault(row["id"], link["datasetId"])
    known = [(files[key], dataset) for key, dataset in datasets.items() if key in files]
    return [
        {
            "sourceId": row["id"],
            "filename": row["filename"],
            "score": max(round(0.95 - 0.05 * rank, 2), 0.05),
            "datasetId": dataset,
            "contentType": row["contentType"],
        }
        for rank, (row, dataset) in enumerate(known)
    ]


def _belongs(file: Row, kind: str, key: str) -> bool:
    links = file.get("associations") or ()
    return any((one["resourceType"], one["resourceId"]) == (kind, key) for one in links)


def _files(mock: MockServer) -> None:
    @mock.extend("files.list")
    def list_files(call: Call, answer: Callable[[], Any]) -> Any:
        kind, key = call.arguments.get("resource_type"), call.arguments.get("resource_id")
        if key and not kind:
            raise HTTPError(404, detail="`resourceId` needs a `resourceType`.")
        _require_resource(mock, kind, key)
        return answer()

    @mock.filter("files.list")
    def is_of_resource(call: Call, file: Mapping[str, Any]) -> bool:
        kind, key = call.arguments.get("resource_type"), call.arguments.get("resource_id")
        links = file.get("associations") or ()
        return not kind or any(
            link["resourceType"] == kind and key in (None, link["resourceId"]) for link in links
        )

    @mock.extend("files.upload")
    def upload(call: Call, answer: Callable[[], Any]) -> Any:
        kind, key = call.body.get("resource_type"), call.body.get("resource_id")
        _require_resource(mock, kind, key)
        known = {row["sha256"] for row in mock.records.all("files")}
        reply = answer()
        values: Row = {}
        if reply.body["sha256"] in known:
            values |= {"isDuplicate": True, "storageCharged": 0}
        if kind and key:
            created = reply.body["createdAt"]
            link = {"resourceType": kind, "resourceId": key, "createdAt": created}
            values["associations"] = [link]
        mock.records.update("files", reply.body["id"], values=values)
        return _amended(reply, {**values, "associations": None})

    @mock.extend("files.associate")
    def associate(call: Call, answer: Callable[[], Any]) -> Any:
        _require_resource(mock, call.body["resource_type"], call.body["resource_id"])
        return answer()

    @mock.extend("files.get")
    def get(call: Call, answer: Callable[[], Any]) -> Any:
        return _collapsed(call, answer(), "associations")


def _require_resource(mock: MockServer, kind: str | None, key: str | None) -> None:
    resource = RESOURCES.get(kind or "")
    if resource and key and mock.records.get(resource, key) is None:
        raise HTTPError(404, detail=f"There is no {kind} {key!r}.")


def _snapshots(mock: MockServer) -> None:
    @mock.extend("datasets.snapshots.create")
    def create(call: Call, answer: Callable[[], Any]) -> Any:
        reply = answer()
        dataset, version = reply.body["datasetId"], str(reply.body["version"])
        files = [row for row in mock.records.all("files") if _belongs(row, "dataset", dataset)]
        values = {"recordCount": len(files), "status": "active"}
        mock.records.update("datasets.snapshots", dataset, version, values=values)
        return _amended(reply, values)


def _particles(mock: MockServer) -> None:
    """Count the tokens of what particles say; that versions rise with it is inferred."""

    def counted(call: Call, answer: Callable[[], Any]) -> Any:
        reply = answer()
        key = reply.body["id"]
        values = {"tokenCount": _tokens(reply.body.get("content") or "")}
        mock.records.update("particles", key, values=values)
        version = str(reply.body.get("currentVersion"))
        if mock.records.get("particles.versions", key, version) is not None:
            mock.records.update("particles.versions", key, version, values=values)
        return _amended(reply, values)

    mock.extend("particles.create")(counted)
    mock.extend("particles.update")(counted)


def _system_prompts(mock: MockServer) -> None:
    @mock.extend("system_prompts.create")
    def create(call: Call, answer: Callable[[], Any]) -> Any:
        reply = answer()
        key = reply.body["id"]
        # Of particles that are not there the document says nothing here; they are left out.
        wanted = {link["particleId"]: link for link in call.body.get("particles") or ()}
        for particle, link in wanted.items():
            if mock.records.get("particles", particle) is not None:
                mock.records.add("system-prompts.particles", key, values=link)
        mock.records.update("system-prompts", key, values={"particles": None})
        return _amended(reply, {**_sums(_parts(mock, key)), "particles": None})

    @mock.extend("system_prompts.compose")
    def compose(call: Call, answer: Callable[[], Any]) -> Any:
        reply = answer()
        parts = _parts(mock, call.arguments["system_prompt_id"])
        texts = [version.get("content") or "" for _, _, version in parts]
        return _amended(reply, {"composedContent": "\n\n".join(texts), **_sums(parts)})

    @mock.extend("system_prompts.get")
    def get(call: Call, answer: Callable[[], Any]) -> Any:
        sums = _sums(_parts(mock, call.arguments["system_prompt_id"]))
        return _collapsed(call, _amended(answer(), sums), "particles")

    def linked(call: Call, answer: Callable[[], Any]) -> Any:
        reply = answer()
        prompt, key = call.arguments["system_prompt_id"], reply.body["particleId"]
        parts = _parts(mock, prompt)
        found = [(row, version) for link, row, version in parts if link["particleId"] == key]
        if not found:  # a particle that was there when it was linked
            return reply
        particle, version = found[0]
        values = {
            "particleName": particle["name"],
            "particleCategory": particle["category"],
            "pinnedVersion": version["version"] if reply.body.get("particleVersionId") else None,
            "tokenCount": _tokens(version.get("content") or ""),
        }
        mock.records.update("system-prompts.particles", prompt, key, values=values)
        return _amended(reply, values)

    mock.extend("system_prompts.particles.add")(linked)
    mock.extend("system_prompts.particles.update")(linked)


def _parts(mock: MockServer, prompt: str) -> list[tuple[Row, Row, Row]]:
    """Return the links of a prompt in the order of composition, each with particle and version."""
    found: list[tuple[Row, Row, Row]] = []
    for link in mock.records.all("system-prompts.particles", prompt):
        particle = mock.records.get("particles", link["particleId"])
        if particle is not None:
            versions = mock.records.all("particles.versions", particle["id"])
            pinned = [one for one in versions if one["id"] == link.get("particleVersionId")]
            current = {**particle, "version": particle.get("currentVersion")}
            found.append((link, particle, pinned[0] if pinned else current))
    return sorted(
        found, key=lambda one: (CATEGORIES.index(one[1]["category"]), one[0].get("order") or 0)
    )


def _sums(parts: list[tuple[Row, Row, Row]]) -> Row:
    tokens = sum(_tokens(version.get("content") or "") for _, _, version in parts)
    return {"particleCount": len(parts), "totalTokenCount": tokens}


def _tokens(text: str) -> int:
    return -(-len(text) // 4)


def _amended(reply: Reply, values: Row) -> Reply:
    return replace(reply, body={**reply.body, **values})


def _collapsed(call: Call, reply: Reply, name: str) -> Reply:
    """Leave out of an answer what it holds only if `expand[]` names it."""
    wanted = call.arguments.get("expand") or ()
    return reply if name in wanted else _amended(reply, {name: None})
