# Generated from Recursion 1 by twinspec; changes are lost.

from .._runtime.models import Model


class Comment(Model):
    text: str

    best: "Comment | None" = None

    parent: "Comment"

    replies: "list[Comment] | None" = None
