# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import builtins

    from .. import models
    from ._runtime import Reply, Request


class SystemPromptsHandlers:
    """Complete prompts assembled from particles in a chosen order; each particle can be held at a
    fixed version.
    """

    async def list(
        self,
        request: Request,
        *,
        enabled: bool = True,
        is_system: bool | None = None,
        expand: builtins.list[str] | None = None,
        limit: int = 20,
        cursor: str | None = None,
    ) -> models.SystemPromptPage | Reply:
        """List system prompts.

        Returns either the prompts of your organization (the default) or, if `isSystem` is true,
        the templates that can be copied.

        Args:
            enabled: When true, disabled system prompts are left out.
            is_system: Set to true for the templates alone. Otherwise the list holds the
                organization's prompts alone.
            expand: Names of fields to embed, for example `particles`. Send the parameter once per
                name.
            limit: Page size at most.
            cursor: Where to resume: the `nextCursor` of the page before. Its content has no meaning
                to clients.
        """
        raise NotImplementedError

    async def create(
        self,
        request: Request,
        body: models.SystemPromptCreate,
        *,
        idempotency_key: str | None = None,
    ) -> models.SystemPromptOut | Reply:
        """Create a system prompt.

        Particles can be given right away or added afterwards.

        Args:
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def get(
        self, request: Request, system_prompt_id: str, *, expand: builtins.list[str] | None = None
    ) -> models.SystemPromptOut | Reply:
        """Get a system prompt.

        Looks one system prompt up by its id; `expand[]=particles` adds its particles.

        Args:
            system_prompt_id: Identifies the system prompt.
            expand: Names of fields to embed, for example `particles`. Send the parameter once per
                name.
        """
        raise NotImplementedError

    async def update(
        self,
        request: Request,
        system_prompt_id: str,
        body: models.SystemPromptUpdate,
        *,
        idempotency_key: str | None = None,
    ) -> models.SystemPromptOut | Reply:
        """Update a system prompt.

        Sets the name or description, or enables and disables the prompt. Its particles have
        operations of their own.

        Args:
            system_prompt_id: Identifies the system prompt.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def delete(
        self, request: Request, system_prompt_id: str, *, idempotency_key: str | None = None
    ) -> Reply | None:
        """Delete a system prompt.

        The prompt is marked as deleted rather than erased.

        Args:
            system_prompt_id: Identifies the system prompt.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def copy(
        self,
        request: Request,
        system_prompt_id: str,
        body: models.SystemPromptCopy | None = None,
        *,
        idempotency_key: str | None = None,
    ) -> models.SystemPromptOut | Reply:
        """Copy a system prompt.

        Gives your organization an editable copy, usually of a template. Particles are shared
        with the original, not duplicated.

        Args:
            system_prompt_id: Identifies the original.
            idempotency_key: Identifier chosen by the caller for this write. Sending it again with a
                retry keeps the write from happening twice.
        """
        raise NotImplementedError

    async def compose(
        self, request: Request, system_prompt_id: str
    ) -> models.ComposedSystemPromptOut | Reply:
        """Compose a system prompt.

        Joins the texts of all particles into one prompt: categories come in their fixed
        sequence, and within a category `order` decides.

        Args:
            system_prompt_id: Identifies the system prompt.
        """
        raise NotImplementedError
