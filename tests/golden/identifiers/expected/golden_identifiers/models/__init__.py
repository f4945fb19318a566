# Generated from Identifiers 1 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .client import Client as Client
    from .com_example_model import ComExampleModel as ComExampleModel
    from .get_v1_projects_project_id_keys_key_id_rotate import (
        GetV1ProjectsProjectIdKeysKeyIdRotateResponse as GetV1ProjectsProjectIdKeysKeyIdRotateResponse,
    )
    from .model3_d_model import Model3DModel as Model3DModel
    from .operation import Operation as Operation
    from .org_example_model import OrgExampleModel as OrgExampleModel
    from .page import Page as Page
    from .post_v1_projects_project_id_keys_key_id_rotate import (
        PostV1ProjectsProjectIdKeysKeyIdRotateResponse as PostV1ProjectsProjectIdKeysKeyIdRotateResponse,
    )
    from .private import Private as Private
    from .user import User as User
    from .user2 import User2 as User2
    from .user_2 import USER as USER
    from .日本語_ import 日本語 as 日本語

__all__ = [
    "Client",
    "ComExampleModel",
    "GetV1ProjectsProjectIdKeysKeyIdRotateResponse",
    "Model3DModel",
    "Operation",
    "OrgExampleModel",
    "Page",
    "PostV1ProjectsProjectIdKeysKeyIdRotateResponse",
    "Private",
    "USER",
    "User",
    "User2",
    "日本語",
]

_MODULES = {
    "Client": "client",
    "ComExampleModel": "com_example_model",
    "GetV1ProjectsProjectIdKeysKeyIdRotateResponse": "get_v1_projects_project_id_keys_key_id_rotate",
    "Model3DModel": "model3_d_model",
    "Operation": "operation",
    "OrgExampleModel": "org_example_model",
    "Page": "page",
    "PostV1ProjectsProjectIdKeysKeyIdRotateResponse": "post_v1_projects_project_id_keys_key_id_rotate",
    "Private": "private",
    "USER": "user_2",
    "User": "user",
    "User2": "user2",
    "日本語": "日本語_",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
