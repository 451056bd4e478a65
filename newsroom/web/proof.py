"""The story as a proof sheet: its blocks, with every claim underlined on exactly its words."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from newsroom.models import Draft
from newsroom.text.canonical import Block
from newsroom.text.segments import Segment, segments
from newsroom.text.spans import Span
from newsroom.web.filters import Filters
from newsroom.web.rail import SWAPPED, Row, in_words, look

WORD_JOINER = "\u2060"  # keeps a letter on the line of the word that it stands before
Letter = Callable[[Row], str]
TAGS = {"headline": "h1", "heading": "h2"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One block ready for the page."""

    number: int
    part: str
    html: SafeString


def draw(
    draft: Draft,
    rows: Sequence[Row],
    letter: Letter,
    *,
    selected: int = 0,
    only: Collection[int] | None = None,
) -> list[Drawn]:
    """The draft's blocks with the live claims drawn in, `letter` before the first word of each.

    With `only` just the blocks with these numbers, each as one that htmx swaps for the block with the same id.
    """
    blocks, oob = draft.spans(), only is not None
    wanted = [block for number, block in enumerate(blocks) if only is None or number in only]
    low, high = (wanted[0].start, wanted[-1].end) if wanted else (0, 0)
    live = {row.id: row for row in rows if not row.dismissed and (row.start or 0) < high and (row.end or 0) > low}
    held = spans_by_block(blocks, live)
    return [
        Drawn(
            number=number,
            part=block.part.split()[0],
            html=element(number, block, words_of(draft.text, block, held[number], live, selected, letter), oob=oob),
        )
        for number, block in enumerate(blocks)
        if only is None or number in only
    ]


def element(number: int, block: Block, words: SafeString, *, oob: bool) -> SafeString:
    tag = TAGS.get(block.part) or TAGS.get(block.type, "p")
    return mark_safe(  # noqa: S308 - the words are escaped, all else is ours
        f'<{tag} id="block-{number}" class="{escape(block.part.split()[0])}" data-start="{block.start}" dir="auto"'
        f"{SWAPPED if oob else ''}>{words}</{tag}>"
    )


def spans_by_block(blocks: Sequence[Block], live: dict[int, Row]) -> list[list[tuple[int, int, int]]]:
    """For each block the (id, start, end) of the claims that touch it."""
    held: list[list[tuple[int, int, int]]] = [[] for _block in blocks]
    starts = [block.start for block in blocks]
    for row in live.values():
        for number in blocks_at(starts, row.start or 0, row.end or 0):
            held[number].append((row.id, row.start or 0, row.end or 0))
    return held


def blocks_at(starts: Sequence[int], start: int, end: int) -> range:
    """The numbers of the blocks that a span touches, from where each block starts."""
    return range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end))


def words_of(
    text: str,
    words: Block | Span,
    spans: list[tuple[int, int, int]],
    live: dict[int, Row],
    selected: int,
    letter: Letter,
) -> SafeString:
    """A block's words, or some of them, as HTML: a letter before each claim's first word, `<mark>` around its words."""
    pieces = []
    for segment in segments(words.start, words.end, spans):
        html = escape(text[segment.start : segment.end])
        pieces.append(marked(segment, html, live, selected, letter) if segment.ids else html)
    return mark_safe("".join(pieces))  # noqa: S308 - every word was escaped above


def marked(segment: Segment, words: str, live: dict[int, Row], selected: int, letter: Letter) -> str:
    """A stretch with claims on it; the shortest of them, named first, gives the look (fainter if proposed)."""
    letters = "".join(letter(live[claim]) for claim in segment.opens if live[claim].start == segment.start)
    on = " on" if selected in segment.ids else ""
    ids = " ".join(map(str, segment.ids))
    return f'{letters}<mark class="{look(live[segment.ids[0]])}{on}" data-claims="{ids}">{words}</mark>'


def opening(filters: Filters) -> Letter:
    """Draws the small link that opens a claim on a page with these filters, with the claim's number and standing in
    words for those who hear the page.
    """

    def letter(row: Row) -> str:
        return (
            f'<a class="letter {row.tint}" id="letter-{row.id}" dir="ltr" href="?claim={row.id}{filters.more}">'
            f'{row.letter}{WORD_JOINER}<span class="visually-hidden"> {row.number}, {in_words(row)}: </span></a>'
        )

    return letter
