"""What a person is told about a file that can't be read."""

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from newsroom.formats.document import Unreadable

SENTENCES = {
    "empty": _("There are no words in it."),
    "too-long": _("It is longer than %(limit)s bytes of UTF-8, the most that one story may have."),
    "nul": _("There is a NUL at byte %(position)s (0x00): this is no plain text."),
    "unknown-encoding": _("“%(name)s” is not the name of a text encoding."),
    "bad-bytes": _("It is not %(name)s: byte %(position)s (0x%(byte)s) does not belong there."),
    "other-encoding": _(
        "It is not %(name)s: byte %(position)s (0x%(byte)s) does not belong there. "
        "It may be %(encoding)s: look at the words and confirm, or name another encoding."
    ),
}


def sentence(refusal: Unreadable) -> str:
    """Why the bytes were refused, in the person's language; a code that has no sentence is shown as it is."""
    values, limit = dict(refusal.values), refusal.values.get("limit")
    if isinstance(limit, int):
        values["limit"] = number_format(limit, force_grouping=True)
    said = SENTENCES.get(refusal.code)
    return str(said) % values if said else refusal.code
