"""Who says a quotation that came along into a new draft, as far as nobody has named the speaker."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from newsroom.domain.anchoring import short
from newsroom.models import Quote
from newsroom.text.anchors import Placed

HEARD = ["speaker", "speaker_mention", "cue", "confidence", "doubtful", "rule"]


def hear_again(quotes: Iterable[tuple[Quote, Placed]], heard: Sequence[Quote]) -> Iterator[tuple[Quote, str]]:
    """Give each quote, at its new place, the speaker that was `heard` there in the new draft.

    One that a person named or confirmed stays. Yields the quotes that another person says now, and why marks given
    for the words of the first can't stand. The caller saves `HEARD`.
    """
    for quote, place in quotes:
        now = None if quote.named_by_id else heard_at(place, heard)
        if now is None:
            continue
        before = quote.speaker
        for name in HEARD:
            setattr(quote, name, getattr(now, name))
        if is_another(before, quote.speaker):
            said = _("speaker changed from %(old)s to %(new)s")
            yield quote, said % {"old": short(before), "new": short(quote.speaker)}


def heard_at(place: Placed, heard: Sequence[Quote]) -> Quote | None:
    """The quote that begins there or, where none does, the first that shares words with the place."""
    start, end = place.start or 0, place.end or 0
    there = [quote for quote in heard if (quote.start or 0) < end and start < (quote.end or 0)]
    return next((quote for quote in there if quote.start == start), there[0] if there else None)


def is_another(before: str, now: str) -> bool:
    """Whether two names are two people's; a longer form of a name is the same, and nobody named is nobody else."""
    old, new = set(before.split()), set(now.split())
    return not (old <= new or new <= old)
