"""The text that streams and answers of the mock tell."""

from __future__ import annotations

ANSWER = "This is an answer of the mock server. It knows the shape of the API, not its subject."


def pieces(text: str) -> list[str]:
    """Return a text word by word; put together they are the text again."""
    words = text.split(" ")
    return [word if index == 0 else f" {word}" for index, word in enumerate(words)]
