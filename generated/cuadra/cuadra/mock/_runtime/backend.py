"""What every operation is answered from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .answers import Answers
from .conversation import Conversation
from .embedded import EmbeddingStore
from .examples import Examples
from .identities import Identities
from .new_ids import NewIds
from .record_collections import Collections
from .server_fields import ServerFields
from .shaping import Shaper
from .speaking import Speaker
from .streams import Streamer
from .views import ViewingStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ...server._runtime import Document
    from .behaviour import Behaviour
    from .extending import Filter
    from .samples import Sampler
    from .store import Store


@dataclass(frozen=True, slots=True)
class Backend:
    """The document with what was inferred of it, the records, and the makers of values and answers."""

    document: Document
    behaviour: Behaviour
    store: Store
    sampler: Sampler
    shaper: Shaper
    collections: Collections
    conversation: Conversation
    streamer: Streamer
    speaker: Speaker
    answers: Answers
    examples: Examples
    filters: dict[str, Filter]

    @classmethod
    def make(
        cls,
        document: Document,
        behaviour: Behaviour,
        store: Store,
        sampler: Sampler,
        clock: Callable[[], datetime],
    ) -> Backend:
        """Put the parts together; ``store`` keeps the records, embedded ones inside their parents."""
        has_views = any(one.kept_in for one in behaviour.resources.values())
        records = (ViewingStore if has_views else EmbeddingStore)(store, behaviour)
        examples = Examples(document, behaviour, sampler.is_valid)
        shaper = Shaper(document, sampler)
        ids = NewIds(document, sampler)
        identities = Identities(document, behaviour, records, sampler, ids)
        server_fields = ServerFields(document, behaviour, sampler, shaper, clock)
        collections = Collections(
            document,
            behaviour,
            records,
            sampler,
            shaper,
            identities,
            server_fields,
            examples,
            clock,
        )
        return cls(
            document,
            behaviour,
            records,
            sampler,
            shaper,
            collections,
            Conversation(document, sampler, shaper, ids, server_fields),
            Streamer(document, sampler, shaper),
            Speaker(document, sampler, shaper),
            Answers(document, behaviour, records, collections, sampler, shaper),
            examples,
            {},
        )
