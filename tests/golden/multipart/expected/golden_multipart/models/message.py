# Generated from Multipart 1 by twinspec; changes are lost.

from .._runtime.models import Model


class MessageEmbed(Model):
    title: str | None = None


class Message(Model):
    content: str | None = None

    tts: bool | None = None

    embed: MessageEmbed | None = None
