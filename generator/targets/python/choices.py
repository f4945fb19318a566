"""Methods whose body can be sent in several ways: the arguments of each, and of all together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...frozen import dataclass
from .types import ANY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .plan import Argument, BodyPlan, Method


CHOICE = "content_type"
"""The argument by which the caller chooses."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to send the body: its media types and the method's arguments then.

    ``is_default``: what is sent where the caller chooses nothing. ``is_open``: any media type is taken.
    """

    media_types: tuple[str, ...]
    arguments: tuple[Argument, ...]
    is_default: bool
    is_open: bool


def choices(method: Method) -> tuple[Choice, ...]:
    """Return the ways to send the method's body, the default first; equal arguments are one way."""
    common = _common(method)
    by_arguments: dict[tuple[object, ...], list[BodyPlan]] = {}
    for body in _bodies(method):
        key = (tuple((one.name, one.type, one.required) for one in body.arguments), body.is_open)
        by_arguments.setdefault(key, []).append(body)
    return tuple(
        Choice(
            tuple(media_type for body in bodies for media_type in body.media_types),
            ordered((*common, *bodies[0].arguments)),
            is_default=bodies[0] is method.body,
            is_open=bodies[0].is_open,
        )
        for bodies in by_arguments.values()
    )


def all_arguments(method: Method) -> tuple[Argument, ...]:
    """Return the arguments that the method takes in one way or another, each name once.

    What only some ways take is optional; what they take as different types is of any type.
    """
    bodies = _bodies(method)
    if len(bodies) < 2:
        return method.arguments
    merged: dict[str, Argument] = {}
    for body in bodies:
        for argument in body.arguments:
            known = merged.setdefault(argument.name, argument)
            if known.type != argument.type:
                merged[argument.name] = replace(known, type=ANY)
    required = set.intersection(
        *({one.name for one in body.arguments if one.required} for body in bodies)
    )
    others = (replace(one, required=one.name in required) for one in merged.values())
    return ordered((*_common(method), *others))


def ordered(arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    """Path parameters first, then required arguments, then optional ones."""
    return tuple(
        sorted(arguments, key=lambda one: 0 if one.place == "path" else 1 if one.required else 2)
    )


def sent_as(method: Method) -> dict[str, BodyPlan]:
    """Return the body for each media type to choose from, the default first."""
    return {media_type: body for body in _bodies(method) for media_type in body.media_types}


def _bodies(method: Method) -> tuple[BodyPlan, ...]:
    return (method.body, *method.other_bodies) if method.body is not None else ()


def _common(method: Method) -> tuple[Argument, ...]:
    return tuple(one for one in method.arguments if one.place not in {"property", "body"})
