"""Values that look like what a field's name or format says."""

from __future__ import annotations

import uuid
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from .mail_dates import is_mail_format, mail_date
from .schemas import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

_BIRTH = datetime(2025, 1, 6, 9, 0, tzinfo=UTC)
_FIRST = ("Ada", "Grace", "Linus", "Margaret", "Alan", "Katherine", "Edsger", "Barbara")
_LAST = ("Lovelace", "Hopper", "Torvalds", "Hamilton", "Turing", "Johnson", "Dijkstra", "Liskov")
_NOUNS = (
    "Atlas",
    "Beacon",
    "Cedar",
    "Delta",
    "Ember",
    "Fjord",
    "Grove",
    "Harbor",
    "Iris",
    "Juniper",
)
_KINDS = (
    "Support",
    "Research",
    "Billing",
    "Planning",
    "Release",
    "Onboarding",
    "Quality",
    "Travel",
)
_CITIES = ("Lisbon", "Oslo", "Kyoto", "Toronto", "Nairobi", "Lima", "Zagreb", "Auckland")
_SENTENCES = (
    "Prepared for the next release.",
    "Collects what the team agreed on.",
    "Reviewed and ready to use.",
    "Covers the common questions.",
    "Kept for reference.",
)
_SUMMANDS = (("input", "output"), ("prompt", "completion"))
_OWN = frozenset({"firstname", "givenname", "lastname", "surname", "familyname", "login"})
_OWN_ENDS = ("name", "title", "label", "subject", "email")
_PEOPLE = ("user", "author", "member", "person", "people", "contact", "customer", "employee")
_SPANS = (("created", "updated"), ("created", "modified"), ("start", "end"), ("starts", "ends"))
_TEXTS = {
    "firstname": _FIRST,
    "givenname": _FIRST,
    "lastname": _LAST,
    "surname": _LAST,
    "familyname": _LAST,
    "city": _CITIES,
    "country": ("Portugal", "Norway", "Japan", "Canada"),
    "countrycode": ("PT", "NO", "JP", "CA"),
    "currency": ("EUR", "USD", "JPY"),
    "language": ("en", "pt", "de"),
    "locale": ("en-US", "pt-PT"),
    "timezone": ("Europe/Lisbon", "UTC"),
    "description": _SENTENCES,
    "summary": _SENTENCES,
    "message": _SENTENCES,
    "content": _SENTENCES,
    "text": _SENTENCES,
    "body": _SENTENCES,
    "comment": _SENTENCES,
    "notes": _SENTENCES,
    "status": ("active",),
    "state": ("active",),
    "color": ("#2f6f4f", "#b4532a"),
    "version": ("1.0.0", "1.2.0"),
    "phone": ("+351 210 000 000",),
    "mimetype": ("application/pdf", "text/plain"),
    "contenttype": ("application/pdf", "text/plain"),
    "filename": ("report.pdf", "notes.txt"),
    "role": ("user",),
    "tag": ("alpha", "beta"),
}


def text_for(name: str, random: Random) -> str:
    """Return a text for a field of this plain name."""
    if name in _TEXTS:
        return random.choice(_TEXTS[name])
    if name.endswith(("email", "mail")):
        return f"{random.choice(_FIRST).lower()}@example.com"
    if name in {"fullname", "author", "owner", "username", "contact"}:
        return f"{random.choice(_FIRST)} {random.choice(_LAST)}"
    if name.endswith(("name", "title", "label", "subject")):
        return f"{random.choice(_NOUNS)} {random.choice(_KINDS)}"
    if name.endswith(("url", "uri", "href", "link", "website")):
        return f"https://example.com/{random.choice(_NOUNS).lower()}"
    if name.endswith("id"):
        return str(uuid.UUID(int=random.getrandbits(128), version=4))
    if name in {"token", "key", "hash", "sha", "cursor"}:
        return f"{random.getrandbits(48):012x}"
    if name.endswith(("at", "date", "time")) and len(name) > 3:
        return moment(random)
    return random.choice(_NOUNS).lower()


def natural_key(random: Random, number: int) -> tuple[str, str]:
    """Return a readable key, as a person would choose it, and another one that is never taken."""
    words = f"{random.choice(_NOUNS)}-{random.choice(_KINDS)}".lower()
    return words, f"{words}-{number}"


def person(random: Random) -> dict[str, str]:
    """Return what fields of one and the same person hold, by plain name."""
    first, last = random.choice(_FIRST), random.choice(_LAST)
    full = f"{first} {last}"
    login = f"{first}.{last}".lower()
    names = dict.fromkeys(("name", "fullname", "displayname"), full)
    names |= {"firstname": first, "givenname": first}
    names |= {"lastname": last, "surname": last, "familyname": last}
    return {**names, "email": f"{login}@example.com", "username": login, "login": login}


def are_people(resource: str, fields: Iterable[str]) -> bool:
    """Whether records are people: by the name of their resource, or because they can be written to."""
    noun = plain(resource.rsplit(".", 1)[-1]).removesuffix("s")
    return noun.endswith(_PEOPLE) or any(plain(name).endswith("email") for name in fields)


def is_own(name: str) -> bool:
    """Whether entities differ in a field of this plain name, so that one example is not for all."""
    return name in _OWN or (name.endswith(_OWN_ENDS) and name not in _TEXTS)


def text_of_format(name: str, random: Random) -> str | None:
    """Return a text of a JSON Schema or OpenAPI format; ``None`` for one that is not known."""
    noun = random.choice(_NOUNS).lower()
    match name:
        case "date-time":
            return moment(random)
        case "date":
            return moment(random)[:10]
        case "time":
            return f"{moment(random)[11:19]}Z"
        case "duration":
            return f"PT{random.randint(1, 59)}M"
        case "uuid" | "guid":
            return str(uuid.UUID(int=random.getrandbits(128), version=4))
        case "email" | "idn-email":
            return f"{random.choice(_FIRST).lower()}@example.com"
        case "hostname" | "idn-hostname":
            return f"{noun}.example.com"
        case "ipv4":
            return f"192.0.2.{random.randint(1, 254)}"
        case "ipv6":
            return f"2001:db8::{random.randint(1, 9999):x}"
        case "uri" | "url" | "iri":
            return f"https://example.com/{noun}"
        case "uri-reference" | "iri-reference" | "uri-template":
            return f"/{noun}"
        case "json-pointer":
            return f"/{noun}"
        case "relative-json-pointer":
            return "0"
        case "regex":
            return f"^{noun}$"
        case "byte" | "base64" | "base64url":
            return b64encode(noun.encode()).decode()
        case "binary":
            return noun
        case "password":
            return f"{noun}-{random.randint(1000, 9999)}"
        case _ if is_mail_format(name):
            return mail_date(datetime.fromisoformat(moment(random)))
        case _:
            return None


def number_for(name: str, random: Random) -> int:
    """Return a whole number for a field of this plain name."""
    if name.endswith(("count", "offset")):
        return 0
    if name.endswith(("bytes", "size")):
        return random.randint(1, 512) * 1024
    if name in {"progress", "percent", "percentage"}:
        return 100
    if name.endswith(("at", "timestamp", "reset")) and len(name) > 3:
        return int((_BIRTH + timedelta(hours=random.randint(0, 2000))).timestamp())
    if name in {"page", "version", "priority", "order", "quantity"}:
        return 1
    return random.randint(1, 100)


def _add_up(values: dict[str, Any], is_free: Callable[[str], bool]) -> None:
    """Make ``totalTokens`` the sum of ``inputTokens`` and ``outputTokens``, and what is like it."""
    by_plain = {plain(name): name for name, value in values.items() if type(value) in (int, float)}
    for word, name in by_plain.items():
        if not word.startswith("total"):
            continue
        for pair in _SUMMANDS:
            parts = [by_plain.get(one + word.removeprefix("total")) for one in pair]
            found = [values[part] for part in parts if part is not None]
            if len(found) == len(pair) and is_free(name):
                values[name] = sum(found)
                break


def agree(values: dict[str, Any], is_free: Callable[[str], bool]) -> None:
    """Make the fields of an object fit together: sums, numbers of items, and times in their order.

    ``is_free`` tells whether the schema of a number takes any.
    """
    _add_up(values, is_free)
    by_plain = {plain(name): name for name in values}
    for word, name in by_plain.items():
        if word.endswith("count") and type(values[name]) is int and is_free(name):
            stem = word.removesuffix("count")
            rows = next((values[by_plain[one]] for one in (stem, f"{stem}s") if one in by_plain), 0)
            values[name] = len(rows) if isinstance(rows, list) else values[name]
        for begin, end in _SPANS:
            later = by_plain.get(end + word.removeprefix(begin)) if word.startswith(begin) else None
            if later is not None and _is_after(values[name], values[later]):
                values[name], values[later] = values[later], values[name]


def _is_after(one: Any, other: Any) -> bool:
    """Whether two times in the same form are in the wrong order."""
    if isinstance(one, str) and isinstance(other, str):
        return one[:2] == other[:2] == "20" and len(one) == len(other) and one > other
    return type(one) is int and type(other) is int and one > other


def moment(random: Random) -> str:
    """Return a past instant in RFC 3339."""
    when = _BIRTH + timedelta(minutes=random.randint(0, 120_000))
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
