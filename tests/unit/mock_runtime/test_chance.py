"""Bits for ids: the same for the same name, never used twice."""

from __future__ import annotations

from twin.mock._runtime.chance import Chance


def test_the_same_name_gives_the_same_bits() -> None:
    one, other = Chance("7:id:datasets:1"), Chance("7:id:datasets:1")
    assert [one.getrandbits(48) for _ in range(30)] == [other.getrandbits(48) for _ in range(30)]
    assert Chance("7:id:datasets:2").getrandbits(48) != Chance("7:id:datasets:1").getrandbits(48)


def test_bits_do_not_repeat_beyond_one_digest() -> None:
    chance = Chance("a")
    assert len({chance.getrandbits(64) for _ in range(1000)}) == 1000


def test_numbers_stay_in_their_range_and_fill_it() -> None:
    chance = Chance("a")
    assert {chance.randint(3, 6) for _ in range(200)} == {3, 4, 5, 6}
