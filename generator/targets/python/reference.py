"""``reference.md`` of the generated project: every operation with its signature and arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analyze.responses import successes
from ...frozen import dataclass
from .annotations import Place, annotate
from .choices import CHOICE, all_arguments
from .docstrings import argument_text, choice_text
from .imports import Imports
from .own_names import in_python
from .package_text import code_span, markdown
from .resource_text import resource_description, walk
from .sentences import sentence, told
from .types import NONE, STR, ListOf, LiteralOf, Symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...ir.operations import Header, Operation
    from .examples import Snippets
    from .plan import ClientPlan, Method
    from .types import PyType


@dataclass(frozen=True, slots=True)
class ArgumentEntry:
    """One argument in the reference."""

    name: str
    type: str
    description: str
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class MethodEntry:
    """One operation in the reference, in Markdown."""

    call: str
    request: str
    summary: str
    snippet: str
    returns: str
    arguments: tuple[ArgumentEntry, ...]
    headers: tuple[ArgumentEntry, ...]  # of successful responses
    deprecated: bool


@dataclass(frozen=True, slots=True)
class ResourceEntry:
    """One resource in the reference."""

    title: str
    description: str
    methods: tuple[MethodEntry, ...]


def reference_entries(plan: ClientPlan, snippets: Snippets) -> tuple[ResourceEntry, ...]:
    """Return the reference: resources in the order of the client, methods in that of the document."""
    writer = _Writer(plan, snippets)
    return tuple(
        ResourceEntry(
            ".".join(resource.path),
            markdown(resource_description(resource)),
            tuple(writer.method(method) for method in resource.methods),
        )
        for resource in walk(plan.resources)
        if resource.methods
    )


class _Writer:
    def __init__(self, plan: ClientPlan, snippets: Snippets) -> None:
        self._plan = plan
        self._snippets = snippets
        self._imports = Imports(depth=0)  # nothing is imported: only the texts count
        self._types: dict[PyType, str] = {}

    def method(self, method: Method) -> MethodEntry:
        operation = method.operation
        said = in_python(method.arguments)
        return MethodEntry(
            call=code_span(f"client.{method.call}({', '.join(_parameters(method))})"),
            request=code_span(f"{operation.method} {operation.path}"),
            summary=markdown(said(_summary(operation))),
            snippet=self._snippets.snippet(method),
            returns=code_span(self._returns(method)),
            arguments=tuple(self._arguments(method, said)),
            headers=tuple(self._headers(operation)),
            deprecated=operation.deprecated,
        )

    def _headers(self, operation: Operation) -> Iterator[ArgumentEntry]:
        found: dict[str, Header] = {}
        for response in successes(operation):
            for header in response.headers:
                found.setdefault(header.name.lower(), header)
        for header in found.values():
            kind = self._plan.lowering.type_of(header.schema)
            item = kind.item if isinstance(kind, ListOf) else kind
            if not isinstance(item, Symbol | LiteralOf):
                kind = STR
            text = annotate(kind, Place.RESULT, self._plan.names, self._imports)
            described = markdown(sentence(header.description).partition("\n\n")[0])
            yield ArgumentEntry(code_span(header.name), code_span(text), described)

    def _arguments(self, method: Method, said: Callable[[str], str]) -> Iterator[ArgumentEntry]:
        for argument in all_arguments(method):
            text = said(argument_text(argument, in_brief=True))
            yield ArgumentEntry(
                f"`{argument.name}`",
                self._type(argument.type),
                markdown(text),
                is_optional=not argument.required,
            )
        if method.has_choice:
            text = markdown(choice_text(method))
            yield ArgumentEntry(f"`{CHOICE}`", "`str`", text, is_optional=True)

    def _type(self, kind: PyType) -> str:
        found = self._types.get(kind)
        if found is None:
            text = annotate(kind, Place.INPUT, self._plan.names, self._imports)
            found = self._types[kind] = code_span(text)
        return found

    def _returns(self, method: Method) -> str:
        names, imports = self._plan.names, self._imports
        result = annotate(method.result, Place.RESULT, names, imports)
        if method.pages is not None:
            return f"Page[{annotate(method.pages.item, Place.RESULT, names, imports)}, {result}]"
        if method.event is None:
            return result
        stream = f"Stream[{annotate(method.event, Place.RESULT, names, imports)}]"
        if not method.switch_argument:
            return stream
        return stream if method.result == NONE else f"{result} | {stream}"


def _summary(operation: Operation) -> str:
    """Return what the operation does in a line; nothing if the document does not say."""
    is_said = operation.summary.strip() or operation.description.strip()
    return told(operation)[0] if is_said else ""


def _parameters(method: Method) -> list[str]:
    """Return the arguments that a call needs as a signature shows them, dots for all others."""
    arguments = all_arguments(method)
    paths = [argument.name for argument in arguments if argument.place == "path"]
    named = [one.name for one in arguments if one.place != "path" and one.required]
    more = method.has_choice or len(paths) + len(named) < len(arguments)
    return [*paths, *(["*", *named] if named else []), *(["..."] if more else [])]
