"""The story drawn with its claims: exactly their words, escaped, each claim's letter once."""

import html
import re

import pytest

from newsroom.models import Draft
from newsroom.text.canonical import compose
from newsroom.web import proof
from newsroom.web.filters import Filters
from newsroom.web.rail import Row

LETTER = proof.opening(Filters())
TEXT = ["Heads & tails", "One <b>two</b> three.\nFour “five” 🦉 six.", "Seven eight."]


def draft() -> Draft:
    pieces = [("headline", "heading", TEXT[0]), *(("body", "paragraph", text) for text in TEXT[1:])]
    canonical = compose(pieces)
    return Draft(text=canonical.text, blocks=[block.as_json() for block in canonical.blocks])


def row(number: int, words: str, **fields: object) -> Row:
    start = draft().text.index(words)
    known = {"standing": "open", "accepted": True, "dismissed": False, "state": "unchanged", "legal": False}
    return Row(
        id=number,
        start=start,
        end=start + len(words),
        wording=words,
        version=1,
        anchor=1,
        number=number,
        **{**known, **fields},  # type: ignore[arg-type]
    )


def plain(block: proof.Drawn) -> str:
    """The words of a drawn block without the letters."""
    return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r'<a class="letter.*?</a>', "", block.html)))


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [row(1, "two"), row(2, "🦉")],
        [row(1, "two</b> three"), row(2, "three.\nFour")],
        [row(1, "six.\n\nSeven"), row(2, "Seven")],
    ],
)
def test_every_word_is_there_and_marked_words_are_the_claims(rows: list[Row]) -> None:
    blocks = proof.draw(draft(), rows, LETTER)
    assert [plain(block) for block in blocks] == TEXT
    drawn = "\n\n".join(block.html for block in blocks)
    for item in rows:
        stretches = re.findall(rf'<mark [^>]*data-claims="[^"]*\b{item.id}\b[^"]*">(.*?)</mark>', drawn, re.S)
        assert html.unescape("".join(stretches)).replace("\n", "") == item.wording.replace("\n", "")
        assert drawn.count(f'id="letter-{item.id}"') == 1


def test_markup_in_a_story_is_words() -> None:
    assert "<b>" not in proof.draw(draft(), [], LETTER)[1].html


def test_shorter_claim_gives_the_look_and_selected_one_is_lit() -> None:
    rows = [row(1, "One <b>two</b> three", standing="sourced"), row(2, "two", standing="disputed")]
    drawn = proof.draw(draft(), rows, LETTER, selected=1)[1].html
    assert '<mark class="disputed on" data-claims="2 1">two</mark>' in drawn


def test_dismissed_and_unplaced_claims_are_not_drawn() -> None:
    gone = row(2, "three")
    gone.start = gone.end = None
    drawn = proof.draw(draft(), [row(1, "two", dismissed=True), gone], LETTER)[1].html
    assert "<mark" not in drawn


def test_only_the_asked_blocks_are_drawn() -> None:
    assert [block.number for block in proof.draw(draft(), [], LETTER, only={1})] == [1]


def test_blocks_at_finds_the_blocks_of_a_span() -> None:
    starts = [block.start for block in draft().spans()]
    text = draft().text
    assert list(proof.blocks_at(starts, text.index("One"), text.index("two"))) == [1]
    assert list(proof.blocks_at(starts, text.index("six"), text.index("eight"))) == [1, 2]
    assert list(proof.blocks_at(starts, 0, len(text))) == [0, 1, 2]


def test_letters_keep_the_filters() -> None:
    letter = proof.opening(Filters(show="open", kind="number", order="risk"))(row(1, "two"))
    assert 'href="?claim=1&amp;show=open&amp;kind=number&amp;order=risk"' in letter
