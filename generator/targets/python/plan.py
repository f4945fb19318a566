"""The plan: what will be generated, in Python's words, frozen. The contract of the templates.

Names are decided once, in :mod:`.naming`, before anything is rendered; a plan holds finished
identifiers, literals, annotations and docstrings only.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from ...frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ...analyze.lifecycle import Lifecycle
    from ...files import Artifact, GeneratedFile
    from ...ir.api import Api
    from ...ir.operations import MediaType, Operation, Parameter
    from ...ir.schemas import Discriminator
    from .lowering import Lowering
    from .model_names import ModelNames
    from .types import PyType


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a method: its Python name, wire name, place and type.

    ``place`` is where the value goes: a parameter location, ``"property"`` for a property of a
    flattened body, ``"body"`` for the body as a whole, or ``"accept"`` for a choice between an answer
    in one piece and a stream that only the ``Accept`` header makes. ``default`` is the document's
    default as a literal, empty where there is none (the client then sends nothing, the server assumes
    it). ``is_file``: a file to upload, or several if ``type`` is a list.
    """

    name: str
    wire_name: str
    place: Literal["path", "query", "header", "cookie", "querystring", "property", "body", "accept"]
    type: PyType
    required: bool
    description: str
    default: str = ""
    parameter: Parameter | None = None
    is_file: bool = False
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class BodyPlan:
    """How the request body is made.

    ``kind`` names the runtime's body type; ``flattened`` bodies take their properties as keywords,
    others one ``body`` argument. ``media_types`` are those to choose from, the first where nothing is
    chosen. ``arguments`` are those of the method that make the body, in document order.
    """

    kind: Literal["Json", "JsonLines", "Form", "Multipart", "Raw"]
    media_types: tuple[str, ...]
    required: bool
    flattened: bool
    media: MediaType
    type: PyType  # of the whole body
    arguments: tuple[Argument, ...]

    @property
    def media_type(self) -> str:
        """The one that is sent where nothing is chosen."""
        return self.media_types[0]

    @property
    def is_open(self) -> bool:
        """Whether a range of media types is taken (``image/*``), of which the caller names one."""
        return any("*" in name for name in self.media_types)


@dataclass(frozen=True, slots=True)
class ResponsePlan:
    """One documented response and media type with its Python type; ``None`` means no content.

    ``is_other_form``: it says what a JSON body of the same response says, and JSON is preferred.
    """

    status: str
    media_type: str
    type: PyType | None
    is_stream: bool = False
    is_other_form: bool = False


@dataclass(frozen=True, slots=True)
class PagesPlan:
    """How an operation pages: a descriptor of the runtime and its keywords.

    ``items`` is the path of the array in the body; ``fields`` are further keywords with wire names or
    paths; ``location`` is where the next page is asked for, ``first`` the number of the first page.
    ``default_size`` and ``max_size`` are how many items a page has, 0 where the document does not say.
    """

    style: Literal["CursorPages", "OffsetPages", "NumberPages", "LinkPages"]
    item: PyType
    items: str
    fields: tuple[tuple[str, str], ...]
    location: Literal["query", "header", "body"] = "query"
    first: int = 1
    default_size: int = 0
    max_size: int = 0


@dataclass(frozen=True, slots=True)
class EventsPlan:
    """What the events of a stream are where an argument, sent as a header, has a value."""

    argument: str
    header: str
    value: str
    type: PyType


@dataclass(frozen=True, slots=True)
class Method:
    """One operation as a method of a resource, the same for client, stubs and mock.

    ``call`` is the dotted path from a client (``chats.create_or_continue``). ``switch`` is the
    wire name of the boolean body property (or query parameter) that turns streaming on, if the
    document has one; ``switch_argument`` is the argument that does so, where there is a choice, and
    ``switch_values`` what it may be where it is no boolean; the first turns streaming on.
    ``envelope``: ``event`` describes a whole server-sent event, not only its data. ``arguments`` make
    ``body``; ``other_bodies`` can be sent instead, by ``content_type=`` and arguments of their own.
    """

    operation: Operation
    call: str
    name: str
    arguments: tuple[Argument, ...]  # path first, then required, then optional ones
    body: BodyPlan | None
    responses: tuple[ResponsePlan, ...]
    result: PyType  # of a success that is not a stream; NONE where there is no content
    event: PyType | None  # of one streamed event
    switch: str
    pages: PagesPlan | None
    idempotency_header: str
    # Whether a stream, where there is one, ends with this sentinel (empty: with the connection).
    terminator: str = ""
    envelope: bool = False
    switch_argument: str = ""
    switch_values: tuple[str, ...] = ()
    other_bodies: tuple[BodyPlan, ...] = ()
    other_events: tuple[EventsPlan, ...] = ()
    # Of successes, by status: headers that are more than text, with their types.
    headers: tuple[tuple[str, tuple[tuple[str, PyType], ...]], ...] = ()

    @property
    def has_choice(self) -> bool:
        """Whether the caller chooses how the body is sent."""
        body = self.body
        return body is not None and (
            bool(self.other_bodies) or len(body.media_types) > 1 or body.is_open
        )


@dataclass(frozen=True, slots=True)
class ResourcePlan:
    """A resource: one module with a sync and an async class, one stub class; may hold others.

    ``path`` are its attribute names from the client (``("models", "datasets")``); ``class_name``
    and ``module`` are unique in the package.
    """

    path: tuple[str, ...]
    class_name: str
    module: str
    description: str
    methods: tuple[Method, ...]
    children: tuple[ResourcePlan, ...] = ()


@dataclass(frozen=True, slots=True)
class ClientPlan:
    """What the client, the stubs and the mock are made of.

    ``header`` is the first line of every module, a finished comment; ``methods`` are those of all
    resources in document order.
    """

    package: str
    header: str
    api: Api
    lowering: Lowering
    named: Callable[[], ModelNames]
    resources: tuple[ResourcePlan, ...]
    methods: tuple[Method, ...]

    @property
    def names(self) -> ModelNames:
        """The names of the models; the first time that they are asked for they may have to be waited for."""
        return self.named()

    @property
    def env_prefix(self) -> str:
        """What the names of environment variables begin with."""
        return self.package.strip("_").upper()


@dataclass(frozen=True, slots=True)
class Roles:
    """What a mock does for each operation; ``None`` if none is wanted."""

    lifecycle: Lifecycle | None


@dataclass(frozen=True, slots=True)
class Package:
    """Everything that one document becomes.

    ``artifacts`` are to be rendered, ``files`` are finished (data), ``runtimes`` are folders of the
    template pack copied verbatim: (folder, destination). ``manifest`` is ``manifest.json`` but for
    its diagnostics; ``classes`` are the names of model classes with the pointers of their schemas,
    ``discriminators`` those of unions by pointer, ``bodies`` responses without a class with theirs.
    """

    package: str
    artifacts: tuple[Artifact, ...]
    files: tuple[GeneratedFile, ...] = ()
    runtimes: tuple[tuple[str, str], ...] = ()
    manifest: Mapping[str, object] = field(default_factory=dict)
    classes: tuple[tuple[str, str], ...] = ()
    discriminators: tuple[tuple[str, Discriminator], ...] = ()
    bodies: tuple[tuple[str, str], ...] = ()
