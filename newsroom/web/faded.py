"""The proof sheet with all that has been looked at faded, so that the rest stands out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from html import escape

from django.utils.safestring import mark_safe
from django.utils.translation import gettext, ngettext

from newsroom.domain.covering import Coverage
from newsroom.text.ledger import Gap, stretched
from newsroom.text.segments import Segment, segments
from newsroom.web.filters import Filters
from newsroom.web.proof import WORD_JOINER, Drawn, blocks_at, element
from newsroom.web.uncovered import Place

SEEN = 0  # the spans' number for `segments`; sentences with gaps have those from 1 on, the gaps those from -1 down


def draw(
    found: Coverage, listed: Sequence[Place], filters: Filters, *, kind: str = "", chosen: Place | None = None
) -> list[Drawn]:
    """The draft's blocks, with a link before every listed sentence; with `kind` only its gaps stand out."""
    text, blocks = found.draft.text, found.draft.spans()
    places = dict(enumerate(listed, 1))
    shown = [gap for place in listed for gap in place.gaps if gap.kind == kind or (not kind and gap.kind != "sentence")]
    gaps = {-number: gap for number, gap in enumerate(shown, 1)}
    spans = [(SEEN, start, end) for start, end in stretched(text, found.spans)]
    spans += [(number, place.start, place.end) for number, place in places.items()]
    spans += [(number, gap.start, gap.end) for number, gap in gaps.items()]
    starts = [block.start for block in blocks]
    held: list[list[tuple[int, int, int]]] = [[] for _block in blocks]
    for span in spans:
        for number in blocks_at(starts, *span[1:]):
            held[number].append(span)
    drawn, opening = [], partial(link, kind=kind, filters=filters)
    for number, block in enumerate(blocks):
        cut = segments(block.start, block.end, held[number])
        words = "".join(piece(text, segment, places, gaps, opening, chosen) for segment in cut)
        html = element(number, block, mark_safe(words), oob=False)  # noqa: S308 - `piece` escaped every word
        drawn.append(Drawn(number, block.part.split()[0], html))
    return drawn


def piece(
    text: str,
    segment: Segment,
    places: Mapping[int, Place],
    gaps: Mapping[int, Gap],
    opening: Callable[[Place], str],
    chosen: Place | None,
) -> str:
    """The words between two boundaries as HTML, behind the link of the sentence that begins there."""
    words = escape(text[segment.start : segment.end])
    links = "".join(opening(places[number]) for number in segment.opens if number in places)
    here = next((places[number] for number in segment.ids if number in places), None)
    gap = next((gaps[number] for number in segment.ids if number in gaps), None)
    names = list(look(SEEN in segment.ids, gap, here))
    if here is not None and here is chosen:
        names.append("on")
    tag = "mark" if "gap" in names else "span"
    return links + (f'<{tag} class="{" ".join(names)}">{words}</{tag}>' if names else words)


def look(seen: bool, gap: Gap | None, place: Place | None) -> Iterator[str]:
    """The classes of a stretch: faded when it was seen, else what it is a part of.

    The marks and stops around an untouched sentence were not, though they stand next to words that were.
    """
    if seen and not (place and place.untouched):
        yield "seen"
    elif gap:
        yield from ("gap", gap.kind)
    elif place and place.untouched:
        yield "untouched"


def link(place: Place, kind: str, filters: Filters) -> str:
    """The small link that opens a sentence: how many things in it nobody has looked at, “?” for the sentence alone."""
    count = sum(gap.kind == kind for gap in place.gaps) if kind not in ("", "sentence") else len(place.inner)
    said = ngettext("%(n)s thing here is not looked at", "%(n)s things here are not looked at", count) % {"n": count}
    href = escape(address(place, kind, filters))
    return (
        f'<a class="letter open" id="s{place.start}" dir="ltr" href="{href}">{count or "?"}{WORD_JOINER}'
        f'<span class="visually-hidden"> {escape(said if count else gettext("not looked at"))}: </span></a>'
    )


def address(place: Place, kind: str, filters: Filters) -> str:
    """Where a sentence is open, from the coverage page itself; the filters are the claims' page's, for the way back."""
    asked = [f"class={kind}" if kind else "", f"at={place.start}", filters.query]
    return f"?{'&'.join(filter(None, asked))}#s{place.start}"
