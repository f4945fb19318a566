# Generated from All of 1 by twinspec; changes are lost.

from .._runtime.models import Model


class ContactPhone(Model):
    phone: str

    kind: str


class ContactMail(Model):
    mail: str

    kind: str


Contact = ContactPhone | ContactMail
