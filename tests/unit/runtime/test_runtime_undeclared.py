"""An undeclared property may be called as a field is in Python; both keep their own values."""

from __future__ import annotations

import json
import threading
from typing import Annotated, Any

import pytest
from twin._runtime.decoding import decoder_for
from twin._runtime.models import Alias, JsonText, Model


class User(Model):
    user: Annotated[str | None, Alias("User")] = None
    manager: Annotated[User | None, Alias("Manager")] = None


class Team(Model, extras=User):
    lead: User | None = None
    members: list[User] | None = None
    by_name: Annotated[dict[str, User] | None, Alias("byName")] = None
    noted: Annotated[User | str | None, JsonText] = None


def wire(value: Any) -> Any:
    if isinstance(value, list):
        return [wire(item) for item in value]
    return value.to_dict()


ODD = {"user": 1}
VALUES: list[tuple[Any, Any]] = [
    (User, ODD),
    (User, {"user": 1, "User": None}),
    (User, {"user": 1, "User": "u"}),
    (User, {"user": 1, "Manager": {"user": 2, "manager": 3}}),
    (User, {"User": 7, "Manager": ODD}),  # which does not validate
    (list[User], [ODD, {"User": None}, {"User": None, "user": 1}]),
    (Team, {"lead": ODD, "members": [ODD, {}], "byName": {"a": ODD}, "other": ODD}),
    (Team, {"lead": 7, "members": [ODD], "byName": {"a": 7, "b": ODD}, "other": ODD}),
    (User | Team, ODD),
]


@pytest.mark.parametrize(("tp", "data"), VALUES)
def test_what_did_not_come_is_not_written(tp: Any, data: Any) -> None:
    decoder = decoder_for(tp)
    assert wire(decoder.from_json(json.dumps(data).encode())) == data
    assert wire(decoder.from_python(data)) == data


@pytest.mark.parametrize(("model", "data"), [VALUES[0], VALUES[1], VALUES[3], VALUES[6]])
def test_models_read_the_same(model: type[Model], data: Any) -> None:
    assert model.model_validate(data).to_dict() == data
    assert model.model_validate_json(json.dumps(data)).to_dict() == data


def test_the_field_is_not_set_and_the_other_can_be_read() -> None:
    user = User.model_validate(ODD)
    assert user.user is None
    assert "user" not in user.model_fields_set
    assert user.model_extra == ODD
    user.user = "u"
    assert user.to_dict() == {"User": "u", "user": 1}


def test_json_in_a_text() -> None:
    data = {"noted": json.dumps(ODD)}
    team = decoder_for(Team).from_json(json.dumps(data).encode())
    assert json.loads(team.to_dict()["noted"]) == ODD


def test_the_constructor_takes_python_names() -> None:
    assert User(user="u").to_dict() == {"User": "u"}


def test_threads_do_not_take_over_from_each_other() -> None:
    found: list[Any] = []
    decoder = decoder_for(list[User])

    def decode(data: Any) -> None:
        body = json.dumps(data).encode()
        found.extend(wire(decoder.from_json(body)) == data for _ in range(200))

    bodies = [[ODD] * 20, [{"User": "u"}] * 20] * 2
    threads = [threading.Thread(target=decode, args=(body,)) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 800


def test_the_json_schema_of_a_model_is_still_to_be_had() -> None:
    assert set(User.model_json_schema()["$defs"]["User"]["properties"]) == {"User", "Manager"}
