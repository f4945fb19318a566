"""Streams of several kinds of events: which of them tell one text, and in what order.

The kinds are told apart by the constant in their ``type``: ``message.created``, ``text.delta``,
``message_stop``. What begins ends, outer things around inner ones, with the pieces of a text inside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .schemas import merged, plain
from .speaking import HOLDERS, TEXTS
from .streams_text import ANSWER, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ...server._runtime import Document
    from .shaping import Shaper
    from .speaking import Speaker

_KIND = re.compile(
    r"(?P<stem>.+)[._-]((?P<begin>created|start|started|added|begin|opened)|(?P<piece>delta|chunk)"
    r"|(?P<end>done|stop|stopped|completed|complete|finished|end|ended|closed))"
)
_SIDE = ("reason", "thinking", "refusal", "summary", "transcript", "audio", "argument", "code")


@dataclass(frozen=True, slots=True)
class Score:
    """The events of a stream about one text: what is around it, from the outside, and the text itself."""

    around: tuple[Mapping[str, str], ...]
    text: Mapping[str, str]


class EventOrder:
    """Makes the events of a stream whose kinds have names."""

    def __init__(self, document: Document, shaper: Shaper, speaker: Speaker) -> None:
        self._document = document
        self._shaper = shaper
        self._speaker = speaker

    def score(self, places: Sequence[str]) -> Score | None:
        """Return the order of kinds of events; ``None`` where their names do not tell of a text."""
        stems: dict[str, dict[str, str]] = {}
        for place in places:
            matched = _KIND.fullmatch(self._name(place))
            for role in ("begin", "piece", "end"):
                if matched and matched[role]:
                    stems.setdefault(matched["stem"], {}).setdefault(role, place)
        texts = [stem for stem, kinds in stems.items() if self._has_pieces(kinds)]
        if not texts:
            return None
        text = min(texts, key=lambda stem: (any(one in stem for one in _SIDE), "text" not in stem))
        inside = self._places(stems[text]["piece"])
        around = [
            kinds
            for stem, kinds in stems.items()
            if stem != text and "begin" in kinds and "end" in kinds
            if self._places(kinds["begin"]) <= inside
        ]
        around.sort(key=lambda kinds: len(self._places(kinds["begin"])))
        return Score(tuple(around), stems[text])

    def events(self, score: Score, record: Mapping[str, Any], key: str) -> Iterator[Any]:
        """Yield the events of a stream about ``record``."""
        steps: list[tuple[str, str, str]] = [(one["begin"], "begin", "") for one in score.around]
        if "begin" in score.text:
            steps.append((score.text["begin"], "begin", ""))
        steps += [(score.text["piece"], "piece", word) for word in pieces(ANSWER)]
        if "end" in score.text:
            steps.append((score.text["end"], "end", ANSWER))
        for kinds in reversed(score.around):
            if "piece" in kinds:
                steps.append((kinds["piece"], "other", ""))
            steps.append((kinds["end"], "end", ANSWER))
        shared: dict[str, Any] = {}
        for number, (place, role, text) in enumerate(steps):
            yield self._event(place, role, text, record, shared, (key, number))

    def _event(
        self,
        place: str,
        role: str,
        text: str,
        record: Mapping[str, Any],
        shared: dict[str, Any],
        key: tuple[str, int],
    ) -> Any:
        event = self._shaper.project(record, place, key[0])
        if not isinstance(event, dict):
            return event
        found = dict(event)
        fields = self._shaper.fields(place)
        for name, target in fields.items():
            word = plain(name)
            value = found.get(name)
            if word.endswith("index"):
                found[name] = 0
            elif word == "sequencenumber":
                found[name] = key[1]
            elif word.endswith("id") and isinstance(value, str):
                found[name] = shared.setdefault(word, value)
            elif isinstance(value, dict) and role in ("begin", "end"):
                found[name] = self._inside(name, target, value, role, record, shared)
        if role in ("piece", "end"):
            spoken = self._speaker.spoken(place, found, text, anew=True, texts=("delta", *TEXTS))
            found = spoken or found
        return found if self._shaper.is_valid(found, place) else event

    def _inside(
        self,
        name: str,
        place: str,
        value: dict[str, Any],
        role: str,
        record: Mapping[str, Any],
        shared: dict[str, Any],
    ) -> dict[str, Any]:
        """Return what begins or ends: the record itself, or a thing that has an id in other events."""
        known = record if self._shaper.is_valid(record, place) else value
        spoken = self._speaker.spoken(place, known, ANSWER, anew=True) or dict(known)
        if role == "begin":
            for one, told in spoken.items():
                if plain(one) in TEXTS and isinstance(told, str):
                    spoken[one] = ""
                elif plain(one) in HOLDERS and isinstance(told, list):
                    spoken[one] = []
        if known is value and isinstance(spoken.get("id"), str):
            spoken["id"] = shared.setdefault(f"{plain(name)}id", spoken["id"])
        state = "in_progress" if role == "begin" else "completed"
        told = {**spoken, "status": state} if "status" in spoken else spoken
        return next((one for one in (told, spoken) if self._shaper.is_valid(one, place)), value)

    def _has_pieces(self, kinds: Mapping[str, str]) -> bool:
        place = kinds.get("piece", "")
        told = self._speaker.spoken(place, {}, "a", anew=True, texts=("delta", *TEXTS))
        return bool(place) and told is not None

    def _places(self, place: str) -> frozenset[str]:
        """Return the properties that say which of several things an event is about."""
        words = map(plain, self._shaper.fields(place))
        return frozenset(word for word in words if word.endswith(("index", "id")))

    def _name(self, place: str) -> str:
        for name, target in self._shaper.fields(place).items():
            if plain(name) in ("type", "event", "kind"):
                schema = merged(self._document, self._document.schema(target))
                values = [schema["const"]] if "const" in schema else schema.get("enum") or []
                if len(values) == 1 and isinstance(values[0], str):
                    return values[0]
        return ""
