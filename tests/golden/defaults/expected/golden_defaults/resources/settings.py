# Generated from Defaults 1 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Json, Operation, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from typing import Any, Unpack

    from .. import params
    from .._runtime import Omit, RequestOptions

_UPDATE: Operation[models.Settings] = Operation(
    "PUT", "/settings", {"200": {"application/json": lambda: models.Settings}}
)


class Settings(Resource):
    """Operations on settings."""

    def update(
        self,
        *,
        zero: int,
        password: str | Omit = omit,
        list: Sequence[str] | Omit = omit,
        object: Mapping[str, Any] | Omit = omit,
        theme: models.Theme | params.ThemeParam | Omit = omit,
        mode: models.Mode | Omit = omit,
        slow: models.Mode | Omit = omit,
        wrong: int | Omit = omit,
        empty: str | Omit = omit,
        no: bool | Omit = omit,
        nothing: str | None | Omit = omit,
        three: int | None | Omit = omit,
        maybe_theme: models.Theme | params.ThemeParam | None | Omit = omit,
        holes: Sequence[str | None] | Omit = omit,
        int64: int | Omit = omit,
        huge: int | Omit = omit,
        byte: str | Omit = omit,
        encoded: str | Omit = omit,
        json_text_: str | Omit = omit,
        instant: datetime | str | Omit = omit,
        local: str | Omit = omit,
        day: date | str | Omit = omit,
        time: str | Omit = omit,
        duration: str | Omit = omit,
        uuid: str | Omit = omit,
        decimal: str | Omit = omit,
        ratio: float | Omit = omit,
        untyped: Any = omit,
        untyped_object: (
            models.SettingsUntypedObject | params.SettingsUntypedObjectParam | Omit
        ) = omit,
        untyped_list: Sequence[int] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Settings:
        """Update settings: `PUT /settings`.

        Args:
            zero: The server's default is 0.
            list: The server's default is ["a", "b"].
            object: The server's default is {}.
            theme: The server's default is {"dark": True}.
            mode: The server's default is "fast".
            slow: The server's default is "slow".
            wrong: The server's default is "many".
            empty: The server's default is "".
            no: The server's default is False.
            three: The server's default is 3.
            huge: The server's default is 18446744073709551615.
            instant: The server's default is "2024-01-01T00:00:00Z".
            day: The server's default is "2024-02-29".
            ratio: The server's default is 1.
            untyped: Whatever it is.

        Example:
            setting = client.settings.update(zero=1)
        """
        return self._call(
            _UPDATE,
            body=Json(
                {
                    "password": password,
                    "list": list,
                    "object": object,
                    "theme": theme,
                    "mode": mode,
                    "slow": slow,
                    "wrong": wrong,
                    "zero": zero,
                    "empty": empty,
                    "no": no,
                    "nothing": nothing,
                    "three": three,
                    "maybe_theme": maybe_theme,
                    "holes": holes,
                    "int64": int64,
                    "huge": huge,
                    "byte": byte,
                    "encoded": encoded,
                    "json_text": json_text_,
                    "instant": instant,
                    "local": local,
                    "day": day,
                    "time": time,
                    "duration": duration,
                    "uuid": uuid,
                    "decimal": decimal,
                    "ratio": ratio,
                    "untyped": untyped,
                    "untyped_object": untyped_object,
                    "untyped_list": untyped_list,
                }
            ),
            options=options,
        )


class AsyncSettings(AsyncResource):
    """Operations on settings."""

    async def update(
        self,
        *,
        zero: int,
        password: str | Omit = omit,
        list: Sequence[str] | Omit = omit,
        object: Mapping[str, Any] | Omit = omit,
        theme: models.Theme | params.ThemeParam | Omit = omit,
        mode: models.Mode | Omit = omit,
        slow: models.Mode | Omit = omit,
        wrong: int | Omit = omit,
        empty: str | Omit = omit,
        no: bool | Omit = omit,
        nothing: str | None | Omit = omit,
        three: int | None | Omit = omit,
        maybe_theme: models.Theme | params.ThemeParam | None | Omit = omit,
        holes: Sequence[str | None] | Omit = omit,
        int64: int | Omit = omit,
        huge: int | Omit = omit,
        byte: str | Omit = omit,
        encoded: str | Omit = omit,
        json_text_: str | Omit = omit,
        instant: datetime | str | Omit = omit,
        local: str | Omit = omit,
        day: date | str | Omit = omit,
        time: str | Omit = omit,
        duration: str | Omit = omit,
        uuid: str | Omit = omit,
        decimal: str | Omit = omit,
        ratio: float | Omit = omit,
        untyped: Any = omit,
        untyped_object: (
            models.SettingsUntypedObject | params.SettingsUntypedObjectParam | Omit
        ) = omit,
        untyped_list: Sequence[int] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Settings:
        """Update settings: `PUT /settings`.

        Args:
            zero: The server's default is 0.
            list: The server's default is ["a", "b"].
            object: The server's default is {}.
            theme: The server's default is {"dark": True}.
            mode: The server's default is "fast".
            slow: The server's default is "slow".
            wrong: The server's default is "many".
            empty: The server's default is "".
            no: The server's default is False.
            three: The server's default is 3.
            huge: The server's default is 18446744073709551615.
            instant: The server's default is "2024-01-01T00:00:00Z".
            day: The server's default is "2024-02-29".
            ratio: The server's default is 1.
            untyped: Whatever it is.

        Example:
            setting = await client.settings.update(zero=1)
        """
        return await self._call(
            _UPDATE,
            body=Json(
                {
                    "password": password,
                    "list": list,
                    "object": object,
                    "theme": theme,
                    "mode": mode,
                    "slow": slow,
                    "wrong": wrong,
                    "zero": zero,
                    "empty": empty,
                    "no": no,
                    "nothing": nothing,
                    "three": three,
                    "maybe_theme": maybe_theme,
                    "holes": holes,
                    "int64": int64,
                    "huge": huge,
                    "byte": byte,
                    "encoded": encoded,
                    "json_text": json_text_,
                    "instant": instant,
                    "local": local,
                    "day": day,
                    "time": time,
                    "duration": duration,
                    "uuid": uuid,
                    "decimal": decimal,
                    "ratio": ratio,
                    "untyped": untyped,
                    "untyped_object": untyped_object,
                    "untyped_list": untyped_list,
                }
            ),
            options=options,
        )
