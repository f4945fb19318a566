"""Calls the typed handlers a user writes: arguments in their declared types, sync or async."""

from __future__ import annotations

import asyncio
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic import TypeAdapter

from .asgi import MAX_BODY, App
from .dispatch import Dispatcher
from .document import Document
from .exchange import FileUpload

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from .dispatch import Call
    from .security import Authenticate

Types: TypeAlias = "Mapping[str, Mapping[str, Callable[[], Any]]]"
"""For each operation the types of its arguments, ``body`` among them, as thunks: the models load late."""


class HandlerTable:
    """Finds and calls the handler of an operation.

    Args:
        handlers: resource name (``files``, or ``admin.users`` for nested ones) -> object with one
            method per operation; ``None`` or a missing one answers 501.
        types: the types to turn arguments into; an argument not named stays in JSON's types. Where
            several media types are taken, ``body application/json`` is the body in that one.
    """

    def __init__(self, handlers: Mapping[str, object | None], types: Types | None = None) -> None:
        self._handlers = handlers
        self._types = types or {}
        self._functions: dict[str, Callable[..., Any]] = {}
        self._adapters: dict[tuple[str, str], TypeAdapter[Any]] = {}

    def __call__(self, call: Call) -> Any:
        """Call the handler with what the request holds.

        Raises:
            NotImplementedError: if there is no handler.
        """
        name = call.operation.call
        function = self._functions.get(name)
        if function is None:
            function = self._functions[name] = self._find(name)
        return self.invoke(function, call)

    def invoke(self, function: Callable[..., Any], call: Call) -> Any:
        """Call ``function`` as the handler of the operation; a plain function may block."""
        args, kwargs = self._arguments(call)
        if iscoroutinefunction(function):
            return function(*args, **kwargs)
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return function(*args, **kwargs)
        return asyncio.to_thread(function, *args, **kwargs)

    def _find(self, name: str) -> Callable[..., Any]:
        resource, _, method = name.rpartition(".")
        function = getattr(self._handlers.get(resource), method, None)
        if function is None:
            raise NotImplementedError(name)
        found: Callable[..., Any] = function
        return found

    def _arguments(self, call: Call) -> tuple[list[Any], dict[str, Any]]:
        values = dict(call.arguments)
        positional: list[Any] = [call.request]
        by_name = {
            item.name: item.argument
            for item in call.operation.parameters
            if item.location == "path"
        }
        for placeholder in call.placeholders:
            argument = by_name.get(placeholder, placeholder)
            if argument in values:
                positional.append(self._typed(call, argument, values.pop(argument)))
        if call.operation.body is not None and (call.has_body or call.operation.body_required):
            positional.append(self._typed(call, "body", call.body))
        return positional, {name: self._typed(call, name, value) for name, value in values.items()}

    def _typed(self, call: Call, argument: str, value: Any) -> Any:
        types = self._types.get(call.operation.call, {})
        if argument == "body" and "body" not in types:
            argument = f"body {call.media_type}"  # each media type has a type of its own
        thunk = types.get(argument)
        if thunk is None or isinstance(value, (bytes, FileUpload)):
            return value
        key = (call.operation.call, argument)
        adapter = self._adapters.get(key)
        if adapter is None:
            adapter = self._adapters[key] = TypeAdapter(thunk())
        return adapter.validate_python(value)


def build_app(
    folder: Path | str,
    handlers: Mapping[str, object | None],
    *,
    types: Types | None = None,
    authenticate: Authenticate | None = None,
    check_responses: bool = False,
    max_body: int = MAX_BODY,
) -> App:
    """Make the ASGI application of the endpoint stubs.

    Args:
        folder: holds ``openapi.json`` and ``operations.json``.
        handlers: resource name -> handler object, see :class:`HandlerTable`.
        types: argument types of the operations.
        authenticate: checks credentials (see ``security.Credential``); without it every operation that
            needs one answers 401. ``allow_anyone`` accepts all, for development.
        check_responses: whether a response that does not match the document becomes a 500.
        max_body: the largest request body taken, in bytes.
    """
    dispatcher = Dispatcher(
        Document.load(folder),
        HandlerTable(handlers, types),
        authenticate=authenticate,
        check_responses=check_responses,
    )
    return App(dispatcher, max_body=max_body)
