# Generated from Multipart 1 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model
from .message import MessageEmbed


class CreateMessageBodyMultipart(Model):
    content: str | None = None

    tts: bool | None = None

    embed: MessageEmbed | None = None

    files_0: Annotated[str | None, Alias("files[0]")] = None

    files_1: Annotated[str | None, Alias("files[1]")] = None
