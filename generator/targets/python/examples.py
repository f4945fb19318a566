"""Calls of this API's own operations, as a person would write them in a README."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ...analyze.words import find_noun, is_verb, singular, split_words
from ...frozen import dataclass
from .brackets import Bracketed, laid_out
from .expressions import expression, headed
from .literals import LINE_LENGTH, literal
from .naming import KEYWORDS, identifier
from .sample_calls import CallSampler, SentParts, Upload
from .sample_values import Sampler
from .types import (
    BINARY_RESPONSE,
    DATE,
    DATETIME,
    INT,
    NONE,
    STR,
    Generated,
    ListOf,
    LiteralOf,
    UnionOf,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .brackets import Expression
    from .plan import ClientPlan, Method
    from .sample_calls import SampleCall, Value
    from .types import PyType

_WIDE = 70  # of a name and the call that it is given the answer of
_DEPTH = 12  # of an example in the docstring of a method
# What a reader would like to see of an answer, best first.
_SHOWN = ("id", "name", "title", "status", "state", "type")
_USUAL = frozenset({"list", "get", "retrieve", "create", "upload"})
_TAKEN = KEYWORDS | {"client", "print", "self"}


@dataclass(frozen=True, slots=True)
class Examples:
    """Statements for the README; empty where the API has no such operation.

    ``imports`` are those of ``write`` and ``read``. ``awaited`` is the call of ``read`` as an asynchronous
    client has it, ``whole`` what it is called with behind the method, ``mocked`` what the mock is asked,
    ``loop`` and ``page`` go through pages, ``stream`` opens a stream; ``attempt`` stands in a ``try``.
    """

    imports: str
    read: str
    awaited: str
    awaited_imports: str
    whole: str
    write: str
    mocked: str
    mocked_imports: str
    loop: str
    page: str
    stream: str
    upload: str
    attempt: str


class Snippets:
    """Writes a snippet for each method of one API."""

    def __init__(self, plan: ClientPlan) -> None:
        self._lowering = plan.lowering
        self._calls = CallSampler(plan.lowering, Sampler(plan.lowering))
        self._made: dict[str, SampleCall | None] = {}
        self._lines: dict[str, tuple[Bracketed, str]] = {}
        self._nouns: dict[tuple[str, bool], str] = {}

    def call(self, method: Method) -> SampleCall | None:
        """Return the plainest call of a method."""
        if method.call not in self._made:
            self._made[method.call] = self._calls.plain(method)
        return self._made[method.call]

    def snippet(self, method: Method) -> str:
        """Return statements that call the method and use its answer; nothing if no call could be made."""
        call = self.call(method)
        if call is None:
            return ""
        imports = imports_of(call)
        return f"{imports}\n\n{self.statements(call)}" if imports else self.statements(call)

    def docstring_examples(self, method: Method) -> tuple[str, str]:
        """Return a call for the docstring of the method, and one for that of its asynchronous twin."""
        call = self.call(method)
        if call is None:
            return "", ""
        noun = self._noun(method, many=_is_many(method))
        if call.is_streamed:
            heads = ("with ", "async with await ")
            tail = " as stream: ..."
        elif method.pages is not None:
            noun = self._noun(method, many=False)
            heads = (f"for {noun} in ", f"async for {noun} in ")
            tail = ": ..."
        else:
            kept = "" if method.result == NONE else f"{noun} = "
            heads, tail = (kept, f"{kept}await "), ""
        sync, other = (self._laid_out(call, head, tail, indent=_DEPTH) for head in heads)
        return _dedented(sync), _dedented(other)

    def _laid_out(self, call: SampleCall, head: str, tail: str = "", *, indent: int = 0) -> str:
        """Return the call between ``head`` and ``tail``; most fit on a line, which is made once."""
        name = call.method.call
        if name not in self._lines:
            made = expression_of(call)
            self._lines[name] = (made, laid_out(made))
        made, line = self._lines[name]
        if "\n" not in line and indent + len(head) + len(line) + len(tail) <= LINE_LENGTH:
            return f"{head}{line}{tail}"
        return laid_out(made, indent=indent, head=head, tail=tail)

    def statements(self, call: SampleCall) -> str:
        """Return statements that make the call and use its answer, without their imports."""
        method = call.method
        if call.is_streamed:
            opened = self._laid_out(call, "with ", " as stream:")
            return f"{opened}\n    for event in stream:\n        print(event)"
        if method.pages is not None:
            noun = self._noun(method, many=False)
            looped = self._laid_out(call, f"for {noun} in ", ":")
            if len(looped.partition("\n")[0]) > LINE_LENGTH:
                looped = f"{self._laid_out(call, 'page = ')}\nfor {noun} in page:"
            return f"{looped}\n    print({noun}{self._shown(method.pages.item)})"
        if method.result == NONE:
            return self._laid_out(call, "")
        if method.result == BINARY_RESPONSE:
            kept = self._laid_out(call, "content = ")
            return f'{kept}\ncontent.save("download.bin")'
        noun = self._noun(method, many=_is_many(method))
        kept = self._laid_out(call, f"{noun} = ")
        return f"{kept}\nprint({noun}{self._shown(method.result)})"

    def _noun(self, method: Method, *, many: bool) -> str:
        """Return what the answer is called; it is asked for by the docstring and the reference."""
        found = self._nouns.get((method.call, many))
        if found is None:
            found = self._nouns[method.call, many] = _noun(method, many=many)
        return found

    def _shown(self, kind: PyType) -> str:
        """Return the attribute of an answer that tells most, nothing where there is none."""
        if not isinstance(kind, Generated) or not self._lowering.is_class(kind.id):
            return ""
        found = {
            field.property.name: field.type
            for field in self._lowering.fields(kind.id)
            if field.property.required and not field.property.annotations.write_only
        }
        for name in _SHOWN:
            if name in found and _is_plain(found[name]):
                return f".{name}"
        return ""


def expression_of(call: SampleCall) -> Bracketed:
    """Return the call as an expression: ``client.files.get("file_123")``."""
    items: list[Expression] = []
    for argument, value in call.values:
        text = _moment(argument.type, value) or expression(value, _path)
        items.append(text if argument.place == "path" else headed(f"{argument.name}=", text))
    return Bracketed(f"client.{call.method.call}(", tuple(items), ")")


def _noun(method: Method, *, many: bool) -> str:
    """Return what the answer is called: as the resource, if the answer is an object of the API."""
    is_gone = method.operation.method == "DELETE"
    is_object = method.pages is not None or isinstance(method.result, Generated | ListOf)
    if is_gone or not is_object:
        return "result"
    *path, name = method.call.split(".")
    word = path[-1].rstrip("_") if path else "result"
    said = tuple(name.rstrip("_").split("_")[1:])
    if isinstance(method.result, ListOf) and _is_scalar(method.result.item):
        values = said[-1] if said else ""  # texts or dates are not the resource's own objects
        is_plural = singular(values) != values
        return identifier(values, reserved=_TAKEN, fallback="result") if is_plural else "result"
    if own := _told(said, tuple(word.split("_")), method):
        many, word = many or method.pages is None, "_".join(own)
    first, _, last = word.rpartition("_")
    one = last if many else singular(last)
    noun = identifier(f"{first}_{one}" if first else one, reserved=_TAKEN, fallback="result")
    # A long call needs the line for itself.
    if len(noun) + len(method.call) <= _WIDE:
        return noun
    return "item" if method.pages is not None else "result"


def _told(said: tuple[str, ...], noun: tuple[str, ...], method: Method) -> tuple[str, ...]:
    """Return what the answer is in the words of the method's name, nothing if its resource says it.

    The type tells: ``organization.get_spend_limit()`` gives an ``OrganizationSpendLimit``, but
    ``usage.get_organization()`` an ``OrganizationUsage``; ``assistants.create_thread_and_run()`` a ``Run``.
    """
    if not said or not isinstance(method.result, Generated):
        return ()
    words = split_words(method.result.id.rpartition("/")[2])
    at = find_noun(words, noun)
    if not is_verb(said[-1]) and find_noun(words, said) > at:
        return said
    if at >= 0 or method.pages is not None:
        return ()
    ends = (said[start:] for start in range(len(said)) if said[start - 1 : start] not in _BEFORE)
    return next((end for end in ends if find_noun(words, end) == 0), ())


# Words before what an operation only concerns.
_BEFORE = (("for",), ("of",), ("by",))


def _path(name: str) -> str:
    return f"Path({literal(name)})"


def _dedented(text: str) -> str:
    """Take off what a docstring will indent by."""
    return text.replace(f"\n{' ' * _DEPTH}", "\n")


def _is_many(method: Method) -> bool:
    return isinstance(method.result, ListOf) or method.name.partition("_")[0] == "list"


def _is_plain(kind: PyType) -> bool:
    return kind in {STR, INT} or isinstance(kind, LiteralOf)


def _is_scalar(kind: PyType) -> bool:
    return _is_plain(kind) or kind in {DATE, DATETIME}


def imports_of(*calls: SampleCall | None) -> str:
    """Return the imports that calls need, a line for each module."""
    found: dict[str, set[str]] = {}
    for argument, value in (pair for call in calls if call is not None for pair in call.values):
        sent = value.items if isinstance(value, SentParts) else (value,)
        if any(isinstance(one, Upload) for one in sent):
            found.setdefault("pathlib", set()).add("Path")
        elif moment := _moment(argument.type, value):
            names = {"date"} if moment.startswith("date(") else {"UTC", "datetime"}
            found.setdefault("datetime", set()).update(names)
    # As ruff would: constants, then the rest.
    return "\n".join(
        f"from {module} import {', '.join(sorted(names, key=lambda name: (not name.isupper(), name)))}"
        for module, names in sorted(found.items())
    )


def _moment(kind: PyType, value: Value) -> str:
    """Return a date or time as the object that the argument takes; nothing for any other value."""
    kinds = kind.members if isinstance(kind, UnionOf) else (kind,)
    if not isinstance(value, str) or STR in kinds:
        return ""
    try:
        if DATE in kinds:
            day = date.fromisoformat(value)
            return f"date({day.year}, {day.month}, {day.day})"
        if DATETIME in kinds:
            at = datetime.fromisoformat(value).astimezone(UTC)
            clock = f"{at.hour}, {at.minute}" + (f", {at.second}" if at.second else "")
            return f"datetime({at.year}, {at.month}, {at.day}, {clock}, tzinfo=UTC)"
    except ValueError:  # the document's own example, which may be anything
        pass
    return ""


def examples_of(plan: ClientPlan, snippets: Snippets) -> Examples:
    """Choose the plainest operation of each kind."""
    methods = [method for method in plan.methods if not method.operation.deprecated]
    plain = [method for method in methods if method.pages is None and method.event is None]
    reads = [one for one in plain if one.operation.method == "GET"]
    known = [one for one in reads if isinstance(one.result, Generated)]
    files = [one for one in plain if _sends_files(one)]
    absent = [one for one in plain if _may_miss(one)]
    find = _Finder(snippets)
    writes = [one for one in plain if _writes(one)]
    usual = [one for one in known if one.name in _USUAL and one.operation.path.endswith("}")]
    homes = {_home(one) for one in usual}
    makes = [one for one in writes if one.name == "create" and isinstance(one.result, Generated)]
    write = find.first(([one for one in makes if _home(one) in homes], makes, writes))
    beside = [one for one in usual if write is not None and _home(one) == _home(write.method)]
    read = find.first((beside, usual, known, reads))
    pages = find.first(([one for one in methods if one.pages is not None],))
    stream = find.first(([one for one in methods if one.event is not None],))
    upload = find.first(([one for one in files if one.call.startswith("files.")], files))
    gets = [one for one in absent if one.operation.method == "GET"]
    missing = find.first((gets,)) or read or find.first((absent,))
    if beside and read is not None and _may_miss(read.method):
        missing = read
    written = snippets.statements(write) if write else ""
    found = snippets.statements(read) if read else ""
    return Examples(
        imports=imports_of(write, read),
        read=_of_what_was_made(found, read, written),
        awaited=snippets.docstring_examples(read.method)[1] if read else "",
        awaited_imports=imports_of(read),
        whole=_whole(read) if read else "",
        write=written,
        mocked=written or found,
        mocked_imports=imports_of(write or read),
        loop=snippets.snippet(pages.method) if pages else "",
        page=laid_out(expression_of(pages), head="page = ") if pages else "",
        stream=snippets.snippet(stream.method) if stream else "",
        upload=snippets.snippet(upload.method) if upload else "",
        attempt=laid_out(expression_of(missing), indent=4) if missing else "...",
    )


class _Finder:
    def __init__(self, snippets: Snippets) -> None:
        self._snippets = snippets

    def first(self, groups: Iterable[list[Method]]) -> SampleCall | None:
        """Return a call of the method with the fewest arguments of the first group that has any."""
        for methods in groups:
            for method in sorted(methods, key=_size):
                call = self._snippets.call(method)
                if call is not None:
                    return call
        return None


def _of_what_was_made(text: str, read: SampleCall | None, written: str) -> str:
    """Return the snippet that reads one thing with the id of what was created before it."""
    if read is None or len(read.values) != 1 or not written.endswith(".id)"):
        return text
    name, _, call = written.partition("\n")[0].partition(" = client.")
    home = call.partition("(")[0].rpartition(".")[0]
    (_, value), *_ = read.values
    if not isinstance(value, str) or home != _home(read.method):
        return text
    return text.replace(f"({literal(value)})", f"({name}.id)", 1)


def _whole(call: SampleCall) -> str:
    """Return the call by way of ``raw``: ``response = raw(client.files.get)("file_123")``."""
    made = expression_of(call)
    whole = Bracketed(f"raw({made.head[:-1]})(", made.items, made.tail)
    return laid_out(whole, head="response = ")


def _home(method: Method) -> str:
    """Return the resource that a method belongs to."""
    return method.call.rpartition(".")[0]


def _size(method: Method) -> tuple[int, bool, int]:
    required = sum(1 for argument in method.arguments if argument.required)
    return required, method.name not in _USUAL, method.call.count(".")


def _writes(method: Method) -> bool:
    body = method.body
    sends = method.operation.method in {"POST", "PUT"} and body is not None and body.kind != "Raw"
    return sends and not _sends_files(method)


def _may_miss(method: Method) -> bool:
    return any(response.status == "404" for response in method.responses)


def _sends_files(method: Method) -> bool:
    return any(argument.is_file for argument in method.arguments)
