"""What can be made to go wrong, as plain values: in code, over the control API, in a file."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from math import log, sqrt
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

Profile: TypeAlias = Literal["fixed", "uniform", "normal", "lognormal", "exponential"]
"""How delays are spread about their mean."""
Counting: TypeAlias = Literal["window", "bucket"]
"""How calls are counted: anew in each window of time, or by tokens that come back steadily."""

_PROFILES = ("fixed", "uniform", "normal", "lognormal", "exponential")
_COUNTINGS = ("window", "bucket")


@dataclass(frozen=True, slots=True)
class Fail:
    """The answer is an error: the declared one of the ``status`` filled with the truth, or ``body``."""

    status: int = 500
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Slow:
    """The answer comes late: by ``seconds`` on average, ``spread`` about that as ``profile`` says.

    ``spread`` is half the width of ``uniform`` and the standard deviation of ``normal`` and ``lognormal``;
    ``exponential`` has none. No delay is negative.
    """

    seconds: float = 1.0
    spread: float = 0.0
    profile: Profile = "fixed"

    def draw(self, random: Random) -> float:
        """Return one delay in seconds."""
        found = self.seconds
        match self.profile:
            case "uniform":
                found = random.uniform(self.seconds - self.spread, self.seconds + self.spread)
            case "normal":
                found = random.gauss(self.seconds, self.spread)
            case "lognormal" if self.seconds > 0:
                found = _lognormal(random, self.seconds, self.spread)
            case "exponential" if self.seconds > 0:
                found = random.expovariate(1 / self.seconds)
        return max(found, 0.0)


@dataclass(frozen=True, slots=True)
class Drop:
    """The connection closes and nothing is answered; what the call changes is changed."""


@dataclass(frozen=True, slots=True)
class Truncate:
    """The connection closes after ``after`` bytes of the body."""

    after: int = 0


@dataclass(frozen=True, slots=True)
class Pace:
    """A stream takes its time: until the ``first`` event, then ``per_second`` events, both ± ``jitter``.

    ``jitter`` is a share: with 0.2 each wait is between 80% and 120% of its length.
    """

    first: float = 0.0
    per_second: float = 0.0
    jitter: float = 0.0

    def draw(self, random: Random, number: int) -> float:
        """Return the wait before the event of a ``number``, counted from 0."""
        wait = self.first
        if number:
            wait = 1 / self.per_second if self.per_second > 0 else 0.0
        return wait * random.uniform(1 - self.jitter, 1 + self.jitter) if self.jitter else wait


@dataclass(frozen=True, slots=True)
class Break:
    """A stream ends after ``after`` events: the connection closes, or ``error`` is its last event."""

    after: int = 1
    error: Any = None


@dataclass(frozen=True, slots=True)
class Limit:
    """Callers may make ``requests`` calls ``per`` so many seconds; more are answered with 429.

    ``per_caller`` counts for each credential; else all calls count together.
    """

    requests: int = 60
    per: float = 60.0
    counting: Counting = "window"
    per_caller: bool = True


Effect: TypeAlias = Fail | Slow | Drop | Truncate | Pace | Break | Limit

_KINDS: Mapping[str, type[Effect]] = {
    "fail": Fail,
    "slow": Slow,
    "drop": Drop,
    "truncate": Truncate,
    "pace": Pace,
    "break": Break,
    "limit": Limit,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One effect, and the calls it strikes.

    Args:
        effect: what happens.
        call: the operation (``datasets.create``); empty for all.
        times: how many calls are struck before it is over; ``None`` for no end.
        rate: the share of the calls that are struck, 0 to 1.
    """

    effect: Effect
    call: str = ""
    times: int | None = None
    rate: float = 1.0

    def to_json(self) -> dict[str, Any]:
        """Return it as a JSON object, for :meth:`from_json`."""
        kind = next(name for name, made in _KINDS.items() if type(self.effect) is made)
        told: dict[str, Any] = {"kind": kind, **asdict(self.effect)}
        return {**told, "call": self.call, "times": self.times, "rate": self.rate}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Fault:
        """Read a JSON object: ``{"kind": "fail", "status": 503, "call": "files.list", "times": 2}``.

        Raises:
            ValueError: if there is no such kind, a name is unknown or a value of the wrong type.
        """
        kind = _KINDS.get(str(value.get("kind")))
        if kind is None:
            raise ValueError(f"kind must be one of {', '.join(_KINDS)}")
        own = {item.name for item in fields(kind)}
        known = own | {"kind", "call", "times", "rate"}
        unknown = sorted(set(value) - known)
        if unknown:
            raise ValueError(f"{', '.join(unknown)} means nothing here; known are {sorted(known)}")
        for name, item in value.items():
            _check(name, item)
        effect = kind(**{name: item for name, item in value.items() if name in own})
        call, times = value.get("call") or "", value.get("times")
        return cls(effect, call, times, value.get("rate", 1.0))


def _check(name: str, value: Any) -> None:
    rule = _RULES.get(name)
    if rule is not None and not rule[0](value):
        raise ValueError(f"{name} must be {rule[1]}, not {value!r}")


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0


def _is_count(value: Any) -> bool:
    return _is_number(value) and isinstance(value, int)


def _is_status(value: Any) -> bool:
    return isinstance(value, int) and 100 <= value <= 599


def _are_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(one, str) for pair in value.items() for one in pair
    )


_NUMBER = (_is_number, "a number from 0 on")
_COUNT = (_is_count, "a whole number from 0 on")
_RULES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "kind": (_is_text, "a text"),
    "call": (_is_text, "a text"),
    "times": (lambda value: value is None or _is_count(value), "a whole number from 0 on, or null"),
    "rate": _NUMBER,
    "status": (_is_status, "a status from 100 to 599"),
    "headers": (_are_texts, "an object of texts"),
    "seconds": _NUMBER,
    "spread": _NUMBER,
    "profile": (lambda value: value in _PROFILES, f"one of {', '.join(_PROFILES)}"),
    "after": _COUNT,
    "first": _NUMBER,
    "per_second": _NUMBER,
    "jitter": _NUMBER,
    "requests": _COUNT,
    "per": _NUMBER,
    "counting": (lambda value: value in _COUNTINGS, f"one of {', '.join(_COUNTINGS)}"),
    "per_caller": (lambda value: isinstance(value, bool), "true or false"),
}


def _lognormal(random: Random, mean: float, deviation: float) -> float:
    """Draw from the distribution whose own mean and deviation these are, not those of its logarithm."""
    sigma2 = log(1 + (deviation / mean) ** 2)
    return random.lognormvariate(log(mean) - sigma2 / 2, sqrt(sigma2))
