"""What messages call a record, by the name of its resource."""

from __future__ import annotations

import pytest
from twin.mock._runtime.nouns import noun_of


@pytest.mark.parametrize(
    ("resource", "noun"),
    [
        ("datasets", "dataset"),
        ("teams.policies", "policy"),
        ("lobbies", "lobby"),
        ("mail-addresses", "mail address"),
        ("git.branches", "branch"),
        ("statuses", "status"),
        ("status", "status"),
        ("aliases", "alias"),
        ("boxes", "box"),
        ("warehouses", "warehouse"),
        ("responses", "response"),
        ("movies", "movie"),
        ("series", "series"),
        ("people", "person"),
        ("news-analysis", "news analysis"),
        ("Account", "Account"),
        ("accounts.2", "account"),
    ],
)
def test_singular(resource: str, noun: str) -> None:
    assert noun_of(resource) == noun
