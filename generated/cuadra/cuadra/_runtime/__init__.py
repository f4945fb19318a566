"""Support modules of a generated client, loaded when first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import Api as Api
    from .api import ApiKey as ApiKey
    from .api import Basic as Basic
    from .api import Bearer as Bearer
    from .api import Http as Http
    from .api import MutualTls as MutualTls
    from .api import OAuth2 as OAuth2
    from .api import OpenIdConnect as OpenIdConnect
    from .api import Server as Server
    from .async_client import AsyncBaseClient as AsyncBaseClient
    from .auth import BasicCredentials as BasicCredentials
    from .auth import ClientCredentials as ClientCredentials
    from .auth import Credential as Credential
    from .auth import TokenSource as TokenSource
    from .binary import BinaryResponse as BinaryResponse
    from .bodies import FileInput as FileInput
    from .bodies import Form as Form
    from .bodies import Json as Json
    from .bodies import JsonLines as JsonLines
    from .bodies import Multipart as Multipart
    from .bodies import PartEncoding as PartEncoding
    from .bodies import Raw as Raw
    from .bodies import check_choice as check_choice
    from .client import SyncClient as SyncClient
    from .errors import APIConnectionError as APIConnectionError
    from .errors import APIError as APIError
    from .errors import APIStatusError as APIStatusError
    from .errors import APITimeoutError as APITimeoutError
    from .errors import AuthenticationError as AuthenticationError
    from .errors import BadRequestError as BadRequestError
    from .errors import ConflictError as ConflictError
    from .errors import DecodeError as DecodeError
    from .errors import Deviation as Deviation
    from .errors import InternalServerError as InternalServerError
    from .errors import NotFoundError as NotFoundError
    from .errors import PaginationError as PaginationError
    from .errors import PaymentRequiredError as PaymentRequiredError
    from .errors import PermissionDeniedError as PermissionDeniedError
    from .errors import RateLimitError as RateLimitError
    from .errors import StreamError as StreamError
    from .errors import UnprocessableEntityError as UnprocessableEntityError
    from .grants import AuthorizationCode as AuthorizationCode
    from .grants import DeviceCode as DeviceCode
    from .grants import DevicePrompt as DevicePrompt
    from .grants import PasswordCredentials as PasswordCredentials
    from .grants import RefreshToken as RefreshToken
    from .models import Unknown as Unknown
    from .omission import Omit as Omit
    from .omission import omit as omit
    from .operations import CursorPages as CursorPages
    from .operations import EventOperation as EventOperation
    from .operations import Events as Events
    from .operations import LinkPages as LinkPages
    from .operations import NumberPages as NumberPages
    from .operations import OffsetPages as OffsetPages
    from .operations import Operation as Operation
    from .operations import PageOperation as PageOperation
    from .operations import SwitchOperation as SwitchOperation
    from .options import Headers as Headers
    from .options import RequestHook as RequestHook
    from .options import RequestOptions as RequestOptions
    from .options import ResponseHook as ResponseHook
    from .options import Timeout as Timeout
    from .pages import AsyncPage as AsyncPage
    from .pages import Page as Page
    from .parameters import json_text as json_text
    from .parameters import styled as styled
    from .parameters import whole_query as whole_query
    from .received import AsyncStreamedResponse as AsyncStreamedResponse
    from .received import RawResponse as RawResponse
    from .received import StreamedResponse as StreamedResponse
    from .resources import AsyncResource as AsyncResource
    from .resources import Resource as Resource
    from .sse import ServerSentEvent as ServerSentEvent
    from .streams import AsyncStream as AsyncStream
    from .streams import Stream as Stream
    from .webhooks import WebhookError as WebhookError
    from .whole import async_raw as async_raw
    from .whole import async_streamed as async_streamed
    from .whole import raw as raw
    from .whole import streamed as streamed

_NAMES = {
    "api": "Api ApiKey Basic Bearer Http MutualTls OAuth2 OpenIdConnect Server",
    "async_client": "AsyncBaseClient",
    "auth": "BasicCredentials ClientCredentials Credential TokenSource",
    "binary": "BinaryResponse",
    "bodies": "FileInput Form Json JsonLines Multipart PartEncoding Raw check_choice",
    "client": "SyncClient",
    "errors": (
        "APIConnectionError APIError APIStatusError APITimeoutError AuthenticationError BadRequestError"
        " ConflictError DecodeError Deviation InternalServerError NotFoundError PaginationError"
        " PaymentRequiredError PermissionDeniedError RateLimitError StreamError"
        " UnprocessableEntityError"
    ),
    "grants": "AuthorizationCode DeviceCode DevicePrompt PasswordCredentials RefreshToken",
    "models": "Unknown",
    "omission": "Omit omit",
    "operations": (
        "CursorPages EventOperation Events LinkPages NumberPages OffsetPages Operation PageOperation"
        " SwitchOperation"
    ),
    "options": "Headers RequestHook RequestOptions ResponseHook Timeout",
    "pages": "AsyncPage Page",
    "parameters": "json_text styled whole_query",
    "received": "AsyncStreamedResponse RawResponse StreamedResponse",
    "resources": "AsyncResource Resource",
    "sse": "ServerSentEvent",
    "streams": "AsyncStream Stream",
    "webhooks": "WebhookError",
    "whole": "async_raw async_streamed raw streamed",
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{module}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
