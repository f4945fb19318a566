"""The classes of values between stages do what dataclasses of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import dataclass as standard
from dataclasses import field, fields, replace
from typing import Any

import pytest

from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """Two numbers, and a name that does not count."""

    x: int
    y: int = 2
    name: str = field(default="", compare=False)
    secret: list[int] = field(default_factory=list, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Other:
    """The same members under another name."""

    x: int
    y: int = 2


@dataclass(frozen=True, slots=True)
class Lone:
    """One member."""

    x: Any


@dataclass(frozen=True, slots=True)
class Nothing:
    """No members."""


def test_equality_goes_by_class_and_members() -> None:
    assert Point(1) == Point(1, 2, "other name", [1])
    assert Point(1) != Point(2)
    assert Point(1) != Other(1)
    assert Point(1) != (1, 2)
    assert Lone(1) == Lone(1) != Lone(2)
    assert Nothing() == Nothing()


def test_equal_values_have_one_hash_and_unhashable_members_none() -> None:
    assert {Point(1), Point(1, name="n")} == {Point(1)}
    assert len({Nothing(), Nothing(), Lone(()), Lone(())}) == 2
    with pytest.raises(TypeError):
        hash(Lone([]))


def test_they_are_shown_copied_replaced_and_matched_like_others() -> None:
    @standard(frozen=True, slots=True)
    class Standard:
        x: int
        y: str = "a"

    @dataclass(frozen=True, slots=True)
    class Ours:
        x: int
        y: str = "a"

    assert repr(Ours(1)) == repr(Standard(1)).replace("Standard", "Ours")
    assert repr(Point(1, secret=[3])) == "Point(x=1, y=2, name='')"
    assert [one.name for one in fields(Point)] == ["x", "y", "name", "secret"]
    assert dataclasses.asdict(Other(1)) == {"x": 1, "y": 2}
    assert replace(Point(1, secret=[3]), y=5).secret == [3]
    assert replace(Point(1), y=5) == Point(1, 5)
    assert pickle.loads(pickle.dumps(Point(1, 5))) == Point(1, 5)  # noqa: S301 -- our own
    assert copy.deepcopy(Lone([1])) == Lone([1])
    match Point(1, 7):
        case Point(x, y):
            assert (x, y) == (1, 7)
    assert not hasattr(Point(1), "__dict__")


def test_values_are_made_like_others_from_the_first_on() -> None:
    @dataclass(frozen=True, slots=True)
    class Late:
        first: int
        second: str = "a"
        third: list[int] = field(default_factory=list)

    with pytest.raises(TypeError, match=r"Late\.__init__\(\) missing 1 required .* 'first'"):
        Late()  # type: ignore[call-arg]  # that is the point
    with pytest.raises(TypeError, match="'fourth'"):
        Late(1, fourth=2)  # type: ignore[call-arg]  # that is the point
    one, other = Late(second="b", first=1), Late(2, "c", [3])
    assert (one.first, one.second, one.third) == (1, "b", [])
    assert (other.first, other.second, other.third) == (2, "c", [3])
    assert one.third is not Late(1).third
