# Generated from Multipart 1 by twinspec; changes are lost.

from .._runtime.models import Model


class CreateChargeBodyCardAddress(Model):
    city: str | None = None


class CreateChargeBodyCard(Model):
    number: str | None = None

    address: CreateChargeBodyCardAddress | None = None


class CreateChargeBodyItem(Model):
    price: str | None = None


class CreateChargeBody(Model):
    amount: int

    card: CreateChargeBodyCard | None = None

    metadata: dict[str, str] | None = None

    expand: list[str] | None = None

    items: list[CreateChargeBodyItem] | None = None


class CreateChargeResponse(Model):
    id: str | None = None
