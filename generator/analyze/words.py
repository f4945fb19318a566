"""English words in the names that authors give: splitting, number, and which of them are verbs."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_WORD = re.compile(
    r"[A-Z]+s(?![a-z])"  # a plural acronym: IDs, URLs
    r"|[A-Z]+(?![a-z])\d*"  # an acronym: HTTP, OAUTH2
    r"|[A-Z]?[a-z]+\d*"
    r"|\d+"
)
_CHUNK = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"(?<![^\W_])\d[A-Za-z0-9]{7,}")


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


PREPOSITIONS = _listed("""
    a an and as at by for from in into of on onto per the through to under using via with
    within
    """)

VERBS = _listed("""
    abort accept access acknowledge activate add adjust allow analyze append apply approve
    archive ask assign associate attach authenticate authorize ban batch begin bind block book
    browse bulk buy calculate call cancel capture change charge chat check claim classify
    clean clear clone close commit compare complete compose compute configure confirm connect
    consume continue convert copy count create deactivate debit decline decode decrypt defer
    delete deliver deny deploy deprecate dequeue describe destroy detach detect disable
    disassociate disconnect discover dismiss dispatch dissociate download draft drop duplicate
    edit embed enable encode encrypt end enqueue enroll ensure estimate evaluate exchange
    execute exists expand expire explain export extend extract fetch fill filter find finish
    fix flag flush follow forget fork format forward freeze generate get give grant handle
    head hide ignore import increment index infer ingest initialize initiate insert inspect
    install interrupt introspect invalidate invite invoke issue join kick kill launch leave link list
    load lock login logout lookup make mark match merge migrate modify monitor move mute
    notify open overwrite own pack parse partial patch pause pay perform pin ping place poll
    pop post preview print process promote provision publish pull purge push put query queue
    reactivate read reboot rebuild receive recover redeem redeliver redirect redo reduce
    refresh refund refuse regenerate register reindex reject release reload remove rename
    render renew reopen reorder replace replay reply report reprocess request require rerun
    resend reserve reset resize resolve respond restart restore restrict resubmit resume
    retire retrieve retry return reveal revert review revoke rewrite rollback rotate run save
    scan schedule search select send set share show shutdown sign simulate skip snooze solve
    sort split star start stop store stream submit subscribe summarize suspend swap switch
    sync synchronize tag take terminate test toggle track train transcribe transfer transform
    translate transmit trigger unarchive unassign unban unblock undo unfollow uninstall unlink
    unlock unmute unpause unpin unpublish unregister unshare unstar unsubscribe update upgrade upload
    upsert use validate verify view void vote wait watch withdraw write
    """)

# Words that end like a plural and are none.
_SINGULAR = _listed("""
    access address alias analysis aws basis bus business canvas class corpus dns gas https
    kubernetes news os pos process progress sales series sms status success tls
    """)
_IRREGULAR = {
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "indices": "index",
    "indexes": "index",
    "vertices": "vertex",
    "matrices": "matrix",
    "criteria": "criterion",
    "media": "media",
    "data": "data",
    "movies": "movie",
    "aliases": "alias",
    "statuses": "status",
    "buses": "bus",
    "caches": "cache",
    "databases": "database",
    "leases": "lease",
    "cookies": "cookie",
    "zombies": "zombie",
    "ties": "tie",
    "pies": "pie",
}
# What -es follows by rule; other -es words end in a silent e (files, databases, caches).
_SIBILANT = ("ss", "sh", "ch", "x", "zz", "uz")


@cache
def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a name in lower case: ``listAPIKeys`` -> ``("list", "api", "keys")``.

    Accents are dropped (``é`` -> ``e``); what is not Latin script is kept, undivided.
    """
    plain = text.replace("'", "")
    if plain.isascii():
        if _TOKEN.search(plain):
            return tuple(word for chunk in _CHUNK.findall(plain) for word in _token_words(chunk))
        return tuple(word.lower() for word in _WORD.findall(plain))
    letters = (
        one for one in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(one)
    )
    chunks = _CHUNK.findall(unicodedata.normalize("NFKC", "".join(letters)))
    return tuple(
        word.lower()
        for chunk in chunks
        for word in (_WORD.findall(chunk) if chunk.isascii() else [chunk])
    )


def _token_words(chunk: str) -> list[str]:
    """Leave a random token in one word: ``6VMVochwUWo``, whose humps mean nothing."""
    words = [word.lower() for word in _WORD.findall(chunk)]
    return [chunk.lower()] if _TOKEN.match(chunk) and len(chunk) < 3 * len(words) else words


@cache
def singular(word: str) -> str:
    """Return the singular of an English noun, or the word itself."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if (
        len(word) < 3
        or word in _SINGULAR
        or not word.endswith("s")
        or word.endswith(("ss", "us", "is"))
    ):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith("es") and word[:-2].endswith(_SIBILANT):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether the word is a plural noun."""
    return singular(word) != word


def is_verb(word: str) -> bool:
    """Whether a name that begins with this word says what to do."""
    return word in VERBS or (word.startswith("re") and word[2:] in VERBS)


def same_noun(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two noun phrases are the same but for singular and plural of any word."""
    if left == right:
        return True
    return len(left) == len(right) and [*map(singular, left)] == [*map(singular, right)]


def find_noun(words: tuple[str, ...], noun: tuple[str, ...], start: int = 0) -> int:
    """Return where ``noun`` stands in ``words``, in either number; ``-1`` where it does not."""
    for index in range(start, len(words) - len(noun) + 1):
        if same_noun(words[index : index + len(noun)], noun):
            return index
    return -1
