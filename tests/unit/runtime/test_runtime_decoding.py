from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twin._runtime import DecodeError
from twin._runtime.decoding import decoder_for
from twin._runtime.models import Alias, DateTime, Model, Open, Unknown


class Cat(Model):
    kind: Literal["cat"]
    lives: int
    born_at: Annotated[DateTime | None, Alias("bornAt")] = None


class Dog(Model):
    kind: Literal["dog"]
    name: str
    friends: list[Cat | Dog] | None = None


class Page(Model):
    items: list[Cat | Dog]
    total: int
    mood: Annotated[Literal["good"], Open] | None = None


Dog.model_rebuild()


def decode(tp: Any, value: Any, *, strict: bool = False) -> Any:
    return decoder_for(tp).from_json(json.dumps(value).encode(), strict=strict)


def wire(value: Any) -> Any:
    if isinstance(value, list):
        return [wire(item) for item in value]
    return value.to_dict() if isinstance(value, Model) else value


def test_valid_data_is_validated() -> None:
    page = decode(Page, {"items": [{"kind": "cat", "lives": 9}], "total": 1})
    assert isinstance(page.items[0], Cat)
    assert decode(list[Cat], [{"kind": "cat", "lives": 9}])[0].lives == 9
    assert decode(Any, {"a": 1}) == {"a": 1}


def test_missing_and_wrong_fields_keep_the_rest() -> None:
    data = {"items": [{"kind": "cat", "lives": "many", "bornAt": "2026-01-02T03:04:05Z"}], "x": 1}
    page = decode(Page, data)
    assert isinstance(page, Page)
    assert isinstance(page.items[0], Cat)
    assert page.items[0].lives == "many"  # type: ignore[comparison-overlap]
    assert page.items[0].born_at.year == 2026  # type: ignore[union-attr]
    assert page.total is None
    assert page.to_dict() == data


def test_broken_member_of_a_union_is_found_by_its_constant() -> None:
    dog = decode(Cat | Dog, {"kind": "dog", "lives": 3})
    assert isinstance(dog, Dog)
    assert dog.to_dict() == {"kind": "dog", "lives": 3}


def test_unknown_member_of_a_union_can_be_read() -> None:
    bird = decode(Cat | Dog, {"kind": "bird", "wings": 2})
    assert isinstance(bird, Unknown)
    assert bird.kind == "bird"  # type: ignore[attr-defined]
    assert bird.to_dict() == {"kind": "bird", "wings": 2}


def test_scalars_are_kept_or_read_without_loss() -> None:
    assert decode(int, 3.0) == 3
    assert decode(int, 3.5) == 3.5
    assert decode(int, "x") == "x"
    assert decode(str, 5) == 5
    assert decode(list[int], {"not": "a list"}) == {"not": "a list"}
    assert decode(Page, [1]) == [1]
    assert decode(dict[str, Cat], {"a": {"kind": "cat"}})["a"].lives is None


def test_odd_but_legal_json() -> None:
    assert decoder_for(Cat).from_json(b'{"kind":"cat","lives":1,"x":"\\ud800"}').x == "\ud800"
    assert decoder_for(Any).from_json(b'\xef\xbb\xbf{"a":1}') == {"a": 1}
    with pytest.raises(DecodeError, match="not JSON") as caught:
        decoder_for(Cat).from_json(b"<html>")
    assert caught.value.text == "<html>"


@pytest.mark.parametrize(
    ("tp", "value", "path"),
    [
        (
            Page,
            {"items": [{"kind": "cat", "lives": 9}, {"kind": "dog"}], "total": 1},
            ("items", 1, "name"),
        ),
        (Page, {"items": []}, ("total",)),
        (Cat, {"kind": "cat", "lives": "9"}, ("lives",)),
        (list[Cat], [1], (0,)),
        (int, True, ()),
    ],
)
def test_strict_says_where(tp: Any, value: Any, path: tuple[str | int, ...]) -> None:
    with pytest.raises(DecodeError) as caught:
        decode(tp, value, strict=True)
    assert caught.value.path == path
    where = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    assert str(caught.value).startswith(where + ": ")


def test_strict_takes_what_is_valid() -> None:
    page = decode(
        Page,
        {
            "items": [{"kind": "cat", "lives": 9, "bornAt": "2026-01-02T03:04:05Z"}],
            "total": 1,
            "mood": "good",
        },
        strict=True,
    )
    assert page.items[0].born_at.year == 2026
    assert page.mood == "good"


def test_strict_refuses_what_an_enum_does_not_list() -> None:
    with pytest.raises(DecodeError, match=r"\$\.mood"):
        decode(Page, {"items": [], "total": 1, "mood": "?"}, strict=True)


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.text(max_size=3)
    | st.sampled_from(["cat", "dog", "2026-01-02T03:04:05Z"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["kind", "lives", "name", "items", "total", "friends", "bornAt", "born_at", "x"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


def _same(before: Any, after: Any) -> bool:
    """Equal but for what lax validation may do to a scalar: "12" -> 12, true -> 1."""
    if isinstance(before, dict) and isinstance(after, dict):
        return before.keys() == after.keys() and all(_same(before[k], after[k]) for k in before)
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_same, before, after))
    return (
        before == after
        or str(before).strip().lower() == str(after).lower()
        or bool(after) == bool(after)
    )


@given(anything)
def test_nothing_is_lost_whatever_comes(value: Any) -> None:
    assert _same(value, wire(decode(Page, value)))
    assert _same(value, wire(decode(list[Cat | Dog], value)))
