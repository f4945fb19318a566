# Generated from Multipart 1 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .create_charge import CreateChargeBody as CreateChargeBody
    from .create_charge import CreateChargeBodyCard as CreateChargeBodyCard
    from .create_charge import CreateChargeBodyCardAddress as CreateChargeBodyCardAddress
    from .create_charge import CreateChargeBodyItem as CreateChargeBodyItem
    from .create_charge import CreateChargeResponse as CreateChargeResponse
    from .create_message import CreateMessageBodyMultipart as CreateMessageBodyMultipart
    from .edit_image import EditImageBody as EditImageBody
    from .edit_image import EditImageBodyOptions as EditImageBodyOptions
    from .edit_image import EditImageBodyPoint as EditImageBodyPoint
    from .edit_image import EditImageResponseJson as EditImageResponseJson
    from .message import Message as Message
    from .message import MessageEmbed as MessageEmbed
    from .patch_document import PatchDocumentBody as PatchDocumentBody
    from .patch_document import PatchDocumentBodyJsonItem as PatchDocumentBodyJsonItem
    from .replace_document import ReplaceDocumentBody as ReplaceDocumentBody
    from .send_anything import SendAnythingBody as SendAnythingBody
    from .send_image import SendImageResponse as SendImageResponse
    from .send_mixed import SendMixedResponse as SendMixedResponse

__all__ = [
    "CreateChargeBody",
    "CreateChargeBodyCard",
    "CreateChargeBodyCardAddress",
    "CreateChargeBodyItem",
    "CreateChargeResponse",
    "CreateMessageBodyMultipart",
    "EditImageBody",
    "EditImageBodyOptions",
    "EditImageBodyPoint",
    "EditImageResponseJson",
    "Message",
    "MessageEmbed",
    "PatchDocumentBody",
    "PatchDocumentBodyJsonItem",
    "ReplaceDocumentBody",
    "SendAnythingBody",
    "SendImageResponse",
    "SendMixedResponse",
]

_MODULES = {
    "CreateChargeBody": "create_charge",
    "CreateChargeBodyCard": "create_charge",
    "CreateChargeBodyCardAddress": "create_charge",
    "CreateChargeBodyItem": "create_charge",
    "CreateChargeResponse": "create_charge",
    "CreateMessageBodyMultipart": "create_message",
    "EditImageBody": "edit_image",
    "EditImageBodyOptions": "edit_image",
    "EditImageBodyPoint": "edit_image",
    "EditImageResponseJson": "edit_image",
    "Message": "message",
    "MessageEmbed": "message",
    "PatchDocumentBody": "patch_document",
    "PatchDocumentBodyJsonItem": "patch_document",
    "ReplaceDocumentBody": "replace_document",
    "SendAnythingBody": "send_anything",
    "SendImageResponse": "send_image",
    "SendMixedResponse": "send_mixed",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
