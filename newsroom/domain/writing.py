"""What people write, before it is kept."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# PostgreSQL has no place for a NUL, and UTF-8 none for half a pair; SQLite would cut the words at the first.
UNKEPT = re.compile("[\x00\ud800-\udfff]")


def must_be_text(**fields: str) -> None:
    """Raises `ValidationError` for the first field, by its name, with a character that no database here can keep.

    Every verb that keeps what somebody wrote asks this, so that the page, the admin and the commands say the same.
    """
    for name, text in fields.items():
        found = UNKEPT.search(text)
        if found:
            what = _("a NUL") if found.group() == "\0" else _("half of a surrogate pair")
            raise ValidationError({name: unkept(found.start() + 1, what)}, code="unkept")


def unkept(place: int, what: str) -> str:
    said = _("Character %(n)s can't be kept: it is %(what)s, which is no writing. Take it out.")
    return said % {"n": place, "what": what}
