"""Words that only the keys in the settings open: the `cryptography` package does it, nothing here is home-made.

Fernet is AES-128-CBC with an HMAC-SHA-256 over it, and MultiFernet a list of its keys.
"""

import json
from dataclasses import dataclass, field

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

BLOCK = 1024  # what is sealed is filled up to a multiple of this, so that its length tells nothing


@dataclass(frozen=True, slots=True)
class Secret:
    """Who a confidential source is, and how to reach them. Printed, it says nothing of either."""

    name: str = field(repr=False)
    contact: str = field(default="", repr=False)


def is_on() -> bool:
    """Whether there is a key to seal with."""
    return bool(settings.VAULT_KEYS)


def vault() -> MultiFernet:
    """All keys, the newest first; `ValidationError` without any, and for one that is no key."""
    if not is_on():
        raise ValidationError(_("The vault is switched off: there is no key in the settings of this desk."), code="off")
    try:
        return MultiFernet([Fernet(key) for key in settings.VAULT_KEYS])
    except ValueError as error:
        raise ValidationError(_("A key of the vault in the settings of this desk is no key."), code="key") from error


def seal_up(secret: Secret, source: int) -> str:
    """What the database may know of a secret. It opens for this source's row alone."""
    words = json.dumps([source, secret.name, secret.contact]).encode()
    return vault().encrypt(words.ljust(-(-len(words) // BLOCK) * BLOCK)).decode()


def open_up(sealed: str, source: int) -> Secret:
    """The secret in a source's row; `ValidationError` when no key opens it, or it was moved there from elsewhere."""
    try:
        whose, name, contact = json.loads(vault().decrypt(sealed))
        if whose != source:
            raise InvalidToken
    except InvalidToken:
        raise unopened() from None
    return Secret(name, contact)


def renewed(sealed: str) -> str:
    """The same secret under the newest key."""
    try:
        return vault().rotate(sealed).decode()
    except InvalidToken:
        raise unopened() from None


def unopened() -> ValidationError:
    return ValidationError(_("No key in the settings of this desk opens this identity."), code="unopened")
