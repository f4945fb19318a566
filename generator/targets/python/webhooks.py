"""``webhooks.py``: the payloads of a document's webhooks, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analyze.responses import is_json
from ...files import Artifact
from .annotations import Place, annotate, runtime_expression
from .brackets import bracketed
from .imports import Imports
from .literals import LINE_LENGTH, docstring, docstring_of, literal
from .model_layout import needs_union, quoted_alias
from .package_text import api_name
from .prose import wrapped
from .sentences import sentence
from .types import union

if TYPE_CHECKING:
    from ...ir.operations import Webhook
    from .plan import ClientPlan
    from .types import PyType

_PAYLOAD = "payload: Payload"


def plan_webhooks(plan: ClientPlan) -> tuple[Artifact, ...]:
    """Plan ``webhooks.py``; nothing for a document without webhooks that bring JSON."""
    payloads = webhook_payloads(plan)
    if not payloads:
        return ()
    imports = Imports(depth=0)
    for name in ("Literal", "overload"):
        imports.add("typing", name, typing_only=name == "Literal")
    imports.add("typing", "TypeAlias")
    imports.add("typing", "Any", typing_only=True)
    imports.add("._runtime.payloads", "Payload", typing_only=True)
    imports.add("._runtime.payloads", "WebhookPayloads")
    imports.add("._runtime.webhooks", "verify")
    rows = [
        f"{literal(name)}: lambda: {runtime_expression(kind, plan.names, imports)}"
        for name, kind in payloads.items()
    ]
    overloads = [
        _signature(f"name: Literal[{literal(name)}]", _written(kind, plan, imports))
        for name, kind in payloads.items()
    ]
    overloads.append(_signature('name: str = ""', "Event"))
    typing_imports = imports.typing_lines
    imports.add("typing", "TYPE_CHECKING")
    event = _written(union(*payloads.values()), plan, Imports(depth=0))
    if needs_union("Event", event):
        imports.add("typing", "Union")
    view = {
        "header": plan.header,
        "docstring": docstring(f"What {api_name(plan.api.info.title)} sends of its own accord.", 0),
        "imports": imports.runtime_lines,
        "typing_imports": typing_imports,
        "event": quoted_alias("Event", event),
        "payloads": rows,
        "overloads": overloads,
        "signature": _signature('name: str = ""', "Any"),
        "parse_docstring": docstring_of(_lines(plan, payloads), 4),
    }
    return (Artifact("webhooks.py", "client/webhooks.py.jinja", view),)


def webhook_payloads(plan: ClientPlan) -> dict[str, PyType]:
    """Return the type of what each webhook sends as JSON, by name."""
    payloads: dict[str, PyType] = {}
    for webhook in plan.api.webhooks:
        kinds = [
            plan.lowering.type_of(media.schema)
            for operation in webhook.operations
            for media in (operation.request_body.content if operation.request_body else ())
            if media.schema is not None and is_json(media.name)
        ]
        if kinds:
            payloads[webhook.name] = union(*kinds)
    return payloads


def _written(kind: PyType, plan: ClientPlan, imports: Imports) -> str:
    return annotate(kind, Place.RESULT, plan.names, imports)


def _signature(name: str, result: str) -> str:
    return bracketed("def parse(", [_PAYLOAD, name], f") -> {result}:")


def _lines(plan: ClientPlan, payloads: dict[str, PyType]) -> list[str]:
    """Say what the function does, and what each webhook tells."""
    lines = [
        "Return the payload of a webhook as its type.",
        "",
        "Args:",
        "    payload: The body of the request, or what was decoded of it.",
        "    name: The webhook, where it is known; else it is told by what the payload fits.",
    ]
    told = [
        (webhook.name, text)
        for webhook in plan.api.webhooks
        if webhook.name in payloads and (text := _described(webhook))
    ]
    for name, text in told:
        first, *rest = wrapped(f"`{name}`: {text}", LINE_LENGTH - 4 - 12)
        lines += [f"        {first}", *(f"            {line}".rstrip() for line in rest)]
    return [*lines, "", "Raises:", "    DecodeError: The payload is no JSON."]


def _described(webhook: Webhook) -> str:
    texts = (one.summary.strip() or one.description.strip() for one in webhook.operations)
    return next((sentence(text.partition("\n")[0]) for text in texts if text), "")
