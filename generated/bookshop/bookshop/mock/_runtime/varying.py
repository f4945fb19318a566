"""Makes one sample of a record differ from another: by names, titles and addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .believable import are_people, is_own, person, text_for
from .schemas import plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from .behaviour import Resource
    from .samples import Sampler
    from .shaping import Shaper

_FIXED = ("enum", "const", "pattern")


def varied(
    resource: Resource, data: Mapping[str, Any], sampler: Sampler, shaper: Shaper, random: Random
) -> dict[str, Any]:
    """Return data of a record in which texts are another's."""
    someone = person(random) if are_people(resource.name, data) else {}
    found = dict(data)
    for name, place in shaper.fields(resource.schema).items():
        word = plain(name)
        schema = sampler.schema(place)
        is_fixed = any(key in schema for key in _FIXED)
        if not isinstance(data.get(name), str) or is_fixed or not is_own(word):
            continue
        text = someone.get(word) or text_for(word, random)
        if shaper.is_valid(text, place):
            found[name] = text
    return found
