# Generated from Recursion 1 by twinspec; changes are lost.

from .._runtime.models import Model
from .comment import Comment


class Post(Model):
    text: str

    best: Comment | None = None
