"""Links that stand in no claim: no card shows them as a lead, so they are counted among what did not come in."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from newsroom.formats.document import Document
from newsroom.formats.notes import Loss
from newsroom.models import Draft
from newsroom.text.places import places
from newsroom.text.spans import Span, merged

LINKS = "links in no claim"


def count_stray(draft: Draft, document: Document, claimed: Iterable[Span]) -> None:
    """Put them, with their addresses, among the losses of a draft that is not stored yet."""
    found = tuple(stray(document, merged(sorted(claimed)))) if document.links else ()
    if found:
        draft.losses = [*draft.losses, Loss(LINKS, len(found), found).as_json()]


def stray(document: Document, claimed: list[Span]) -> Iterator[str]:
    """The addresses of the links that share no word with these spans, which are in order and apart from each other."""
    starts = [span.start for span in claimed]
    spans = places(document.blocks, [(link.start, link.end) for link in document.links])
    for link, (start, end) in zip(document.links, spans, strict=True):
        before = bisect_left(starts, end)
        if not before or claimed[before - 1].end <= start:
            yield link.href
