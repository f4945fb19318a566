"""Which declared response fits one that came: by status, then by media type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .media import essence, is_json, is_streamed, match

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .api import Responses, Thunk
    from .decoding import Decoder

_REMEMBERED = 32  # content types per response; more come only from servers that vary parameters


class Target:
    """One declared body: its media type and how to decode it, prepared at first use.

    ``name`` tells strict clients which body of the document it is.
    """

    __slots__ = ("_decoder", "_name", "_thunk", "media_type")

    def __init__(self, media_type: str, thunk: Thunk, name: str = "") -> None:
        self.media_type = media_type
        self._thunk = thunk
        self._name = name
        self._decoder: Decoder | None = None

    @property
    def decoder(self) -> Decoder:
        """Decodes bodies of the declared type."""
        if self._decoder is None:
            from .decoding import Decoder

            self._decoder = Decoder(self._thunk(), self._name)
        return self._decoder


class Outcome:
    """One declared response: the bodies it may have."""

    __slots__ = ("_found", "targets")

    def __init__(self, content: Mapping[str, Thunk], name: str = "") -> None:
        self.targets = tuple(
            Target(essence(media_type), thunk, f"{name} {media_type}" if name else "")
            for media_type, thunk in content.items()
        )
        self._found: dict[str, Target | None] = {}

    def find(self, content_type: str) -> Target | None:
        """Returns the body that fits a ``Content-Type`` best, or ``None``."""
        try:
            return self._found[content_type]
        except KeyError:
            pass
        actual = essence(content_type)
        rated = [(match(target.media_type, actual), target) for target in self.targets]
        best = max((rate for rate, _ in rated), default=0)
        found = next((target for rate, target in rated if rate == best), None) if best else None
        if len(self._found) < _REMEMBERED:
            self._found[content_type] = found
        return found

    @property
    def json_target(self) -> Target | None:
        """The first JSON body, if any."""
        return next((target for target in self.targets if is_json(target.media_type)), None)


class ResponseTable:
    """Declared responses by status (OpenAPI, Responses Object: exact, then range, then default)."""

    __slots__ = ("_default", "_exact", "_ranges", "accept", "accept_stream")

    def __init__(self, responses: Responses, operation: str = "") -> None:
        self._exact: dict[int, Outcome] = {}
        self._ranges: dict[int, Outcome] = {}
        self._default: Outcome | None = None
        for status, content in responses.items():
            outcome = Outcome(content, f"{operation} {status}" if operation else "")
            if status.isdecimal():
                self._exact[int(status)] = outcome
            elif status[:1].isdecimal() and status[1:].upper() == "XX":
                self._ranges[int(status[0])] = outcome
            else:
                self._default = outcome
        self.accept = self._accept(streamed=False)
        self.accept_stream = self._accept(streamed=True)

    def find(self, status: int) -> Outcome | None:
        """Returns what is declared for a status."""
        return self._exact.get(status) or self._ranges.get(status // 100) or self._default

    @property
    def successes(self) -> list[Outcome]:
        """What is declared for 2xx, else the default."""
        declared = [outcome for status, outcome in self._exact.items() if status // 100 == 2]
        declared += [outcome for kind, outcome in self._ranges.items() if kind == 2]
        return declared or ([self._default] if self._default else [])

    def _accept(self, *, streamed: bool) -> str:
        """Returns the ``Accept`` header: the media types of successes, JSON before others.

        A stream that is asked for comes before the others, one that is not is left out.
        """
        # `application/*+json` is no range of RFC 9110, section 12.5.1.
        types = dict.fromkeys(
            "application/json" if "*+json" in target.media_type else target.media_type
            for outcome in self.successes
            for target in outcome.targets
        )
        streams = [media_type for media_type in types if is_streamed(media_type)]
        others = [media_type for media_type in types if not is_streamed(media_type)]
        if streamed:  # without weights all are equally welcome (RFC 9110, section 12.4.2)
            less = [f"{media_type};q=0.5" for media_type in others]
            return ", ".join([*(streams or ["text/event-stream"]), *less])
        best = [media_type for media_type in others if is_json(media_type)]
        less = [f"{media_type};q=0.5" for media_type in others if best and not is_json(media_type)]
        return ", ".join([*best, *less] or others or streams) or "*/*"
