# Generated from Identifiers 1 by twinspec; changes are lost.

from typing import Annotated, Any

from .._runtime.models import Alias, Model


class Client(Model):
    base_model: Annotated[str | None, Alias("BaseModel")] = None

    json_: Annotated[str | None, Alias("json")] = None

    schema_: Annotated[str | None, Alias("schema")] = None

    dict_: Annotated[dict[str, Any] | None, Alias("dict")] = None

    to_dict_: Annotated[str | None, Alias("to_dict")] = None

    model_fields_: Annotated[str | None, Alias("model_fields")] = None
