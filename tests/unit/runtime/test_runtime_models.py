from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from twin._runtime import Omit, omit
from twin._runtime.models import Alias, Date, DateTime, Model, Number, Open


class Owner(Model):
    name: Annotated[str, Alias("fullName")]


class File(Model):
    id: str
    created_at: Annotated[DateTime | None, Alias("createdAt")] = None
    status: Annotated[Literal["new", "old"], Open] | None = None
    level: Annotated[Literal[1, 2], Open] | None = None
    day: Date | None = None
    size: Number | None = None
    owner: Owner | None = None
    mixed: int | str | bool | None = None
    tags: dict[str, list[DateTime]] | None = None


def dump(x: dict[str, Any]) -> dict[str, Any]:
    return File.model_validate(x).model_dump(by_alias=True, exclude_unset=True, mode="json")


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"createdAt": "2026-01-02T03:04:05Z"},
        {"createdAt": "2026-01-02T03:04:05+02:00"},
        {"createdAt": "2026-01-02T03:04:05"},
        {"createdAt": "2026-01-02"},
        {"createdAt": "1767323045"},
        {"createdAt": "2026-01-02T03:04:60Z"},
        {"createdAt": "2026-02-30T00:00:00Z"},
        {"createdAt": "2026-01-02T03:04:05.123456789Z"},
        {"createdAt": "٢٠٢٦-01-02T03:04:05Z"},
        {"createdAt": None},
        {"status": "new"},
        {"status": "tomorrow's"},
        {"level": 2},
        {"level": 99},
        {"day": "2026-01-02"},
        {"day": "20260102"},
        {"size": 12345678901234567890},
        {"size": 1.5},
        {"owner": {"fullName": "A", "name": "an extra that has the attribute's name"}},
        {"createdAt": None, "created_at": "an extra that has the attribute's name"},
        {"mixed": "12"},
        {"mixed": True},
        {"mixed": 12},
        {"tags": {"a": ["2026-01-02T03:04:05Z", "never"]}},
        {"unknown": {"deep": [1, None, {"x": 1.5}]}},
    ],
)
def test_valid_data_comes_back_unchanged(more: dict[str, Any]) -> None:
    x = {"id": "a", **more}
    assert dump(x) == x


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(alphabet=st.characters(exclude_categories=["Cs"])), inner, max_size=3
        )
    ),
    max_leaves=8,
)
valid_files = st.fixed_dictionaries(
    {"id": st.text(alphabet=st.characters(exclude_categories=["Cs"]))},
    optional={
        "createdAt": st.text(alphabet="0123456789-:TZ.", max_size=25) | st.none(),
        "status": st.sampled_from(["new", "old", "other", ""]),
        "size": st.integers() | st.floats(allow_nan=False, allow_infinity=False),
        "mixed": st.text("0123456789.-", max_size=3) | st.integers() | st.booleans(),
        "extra": json_values,
    },
)


@given(valid_files)
def test_any_valid_data_comes_back_unchanged(x: dict[str, Any]) -> None:
    assert dump(x) == x


offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(timezones=offsets)


@given(moments)
def test_every_moment_is_written_so_that_it_reads_the_same(moment: datetime) -> None:
    written = File(id="a", created_at=moment).to_dict()["createdAt"]
    assert File.model_validate({"id": "a", "createdAt": written}).created_at == moment


def test_values_have_their_types() -> None:
    file = File.model_validate(
        {
            "id": "a",
            "createdAt": "2026-01-02t03:04:05.5z",
            "day": "2026-01-02",
        }
    )
    assert file.created_at == datetime(2026, 1, 2, 3, 4, 5, 500_000, tzinfo=UTC)
    assert file.day == date(2026, 1, 2)


def test_nanoseconds_are_kept_in_a_datetime() -> None:
    file = File.model_validate_json('{"id":"a","createdAt":"2026-01-02T03:04:05.123456789Z"}')
    assert file.created_at == datetime(2026, 1, 2, 3, 4, 5, 123_456, tzinfo=UTC)
    assert file.to_json() == '{"id":"a","createdAt":"2026-01-02T03:04:05.123456789Z"}'
    assert file.created_at is not None
    later = File(id="a", created_at=file.created_at + timedelta(seconds=1))
    assert later.to_dict()["createdAt"] == "2026-01-02T03:04:06.123456Z"


def test_copies_keep_nanoseconds() -> None:
    text = '{"id":"a","createdAt":"2026-01-02T03:04:05.123456789Z"}'
    file = File.model_validate_json(text)
    assert file.model_copy(deep=True).to_json() == text
    assert pickle.loads(pickle.dumps(file)).to_json() == text  # noqa: S301 -- made here
    assert file.created_at is not None
    later = copy.deepcopy(file.created_at + timedelta(seconds=1))
    assert later == datetime(2026, 1, 2, 3, 4, 6, 123_456, tzinfo=UTC)


def test_constructor_takes_attribute_and_wire_names() -> None:
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    by_name = File(id="a", created_at=moment, owner=Owner(name="N"))
    by_wire = File(id="a", createdAt=moment, owner={"fullName": "N"})  # type: ignore[arg-type]
    assert by_name == by_wire
    assert by_name.to_dict() == {
        "id": "a",
        "createdAt": "2026-01-02T00:00:00Z",
        "owner": {"fullName": "N"},
    }


def test_null_and_missing_differ() -> None:
    assert File(id="a", status=None).to_dict() == {"id": "a", "status": None}
    assert File(id="a").to_dict() == {"id": "a"}


def test_repr_shows_what_was_set() -> None:
    assert repr(File.model_validate({"id": "a", "more": 1})) == "File(id='a', more=1)"


def test_wrong_types_are_errors() -> None:
    with pytest.raises(ValidationError):
        File.model_validate({"id": 1})
    with pytest.raises(ValidationError):
        File.model_validate_json('{"status": "new"}')


def test_models_pickle_and_are_built_when_used() -> None:
    class Later(Model):
        id: str

    assert not Later.__pydantic_complete__
    assert Later(id="a").id == "a"
    file = File(id="a", created_at=datetime(2026, 1, 2, tzinfo=UTC))
    assert pickle.loads(pickle.dumps(file)) == file  # noqa: S301


def test_omit_is_one_falsy_value() -> None:
    assert not omit
    assert repr(omit) == "omit"
    assert pickle.loads(pickle.dumps(omit)) is omit  # noqa: S301
    assert Omit() is omit
