"""Sets of evidence, and the sentence that each of them gives: the house's policy by example.

Each row: what it is about, the kinds and flags of the claim, the pieces, the sentence, and the rules where they are not
those of the first policy. A piece is a source by its number with what differs from a named document with a page.
"""

from dataclasses import dataclass, replace
from typing import Any

from newsroom.domain.weighing import Piece
from newsroom.models import Rule


def rules(*fields: dict[str, Any]) -> tuple[Rule, ...]:
    return tuple(Rule(number=number, **each) for number, each in enumerate(fields, start=1))


FIRST = rules(
    {"name": "Every claim", "primary": 1, "secondary": 3, "locator": True, "reviews": 1},
    {"name": "Quotations", "kinds": ["quote"], "record": True},
    {"name": "Unnamed sources", "anonymous": True, "second": True, "known": True},
    {"name": "Legal risk", "flags": ["legal"], "reviews": 2},
)
TWO_OR_FOUR = rules({"name": "Figures", "primary": 2, "secondary": 4})
PRIMARY_ONLY = rules({"name": "Figures", "primary": 1})
SECONDARY_ONLY = rules({"name": "Colour", "secondary": 2})
KEPT = rules({"name": "Kept", "kept": True})
PLACED_AND_KEPT = rules({"name": "Both", "primary": 1, "locator": True, "kept": True})
ALLEGATIONS = rules({"name": "Allegations", "kinds": ["allegation"], "primary": 1, "second": True})
REVIEWS_ALONE = rules({"name": "Two pairs of eyes", "reviews": 2})


def document(n: int, **fields: Any) -> Piece:
    """A named document with a page."""
    return replace(Piece(source=n, title=f"Document {n}", kind="document", locator="p. 14"), **fields)


def report(n: int, **fields: Any) -> Piece:
    """Another paper's story on the web: secondary."""
    address = f"https://paper{n}.example/story"
    return replace(Piece(n, title=f"Paper {n}", kind="coverage", tier="secondary", address=address), **fields)


def wire(n: int) -> Piece:
    """A copy of one agency's story."""
    return report(n, origin="Northern Wire, 3 May")


def said(n: int, **fields: Any) -> Piece:
    """An interview that has a date."""
    return replace(Piece(n, title=f"Interview {n}", kind="interview", dated="2026-05-03"), **fields)


def unnamed(n: int, **fields: Any) -> Piece:
    """An interview with somebody whom the story does not name."""
    return said(n, code=f"K-{n}", anonymous=True, **fields)


SUM = Piece(source=None)
AI = document(9, title="Chatbot’s answer", kind="ai")


@dataclass(frozen=True)
class Set:
    about: str
    pieces: tuple[Piece, ...]
    sentence: str
    kinds: tuple[str, ...] = ("number",)
    flags: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = FIRST


MEETS = "meets policy"
NOTHING = "short of the policy: 1 primary or 3 independent secondary needed"
RECORD = "a recording, transcript or notes with a timecode or page is needed"
SECOND = "second source or document needed"
UNKNOWN = "no editor has recorded knowing the identity"
NO_PLACE = "a place in it is needed (page, paragraph, timecode, cell or date): "

SETS = (
    Set("nothing", (), NOTHING),
    Set("one primary document with its page", (document(1),), MEETS),
    Set("a document without a page", (document(1, locator=""),), f"short of the policy: {NO_PLACE}Document 1"),
    Set("two papers", (report(1), report(2)), "short of the policy: 2 independent secondary, 3 needed"),
    Set("three papers", (report(1), report(2), report(3)), MEETS),
    Set(
        "three links to one wire story",
        (wire(1), wire(2), wire(3)),
        "short of the policy: 1 independent secondary, 3 needed",
    ),
    Set("two papers beside three copies of one wire story", (report(1), report(2), wire(3), wire(4), wire(5)), MEETS),
    Set(
        "origins written differently are one",
        (wire(1), report(2, origin="  northern WIRE,  3 May "), report(3)),
        "short of the policy: 2 independent secondary, 3 needed",
    ),
    Set(
        "one paper three times",
        (report(1), report(1, locator="par. 2"), report(1, locator="par. 9")),
        "short of the policy: 1 independent secondary, 3 needed",
    ),
    Set("a primary and a secondary", (document(1), report(2)), MEETS),
    Set("tertiary sources", tuple(report(n, tier="tertiary") for n in (1, 2, 3)), NOTHING),
    Set("context", (document(1, stance="context"),), NOTHING),
    Set("what an AI tool wrote", (AI,), NOTHING),
    Set(
        "two papers and an AI tool",
        (report(1), report(2), AI),
        "short of the policy: 2 independent secondary, 3 needed",
    ),
    Set("a calculation of no source", (SUM,), NOTHING),
    Set("a calculation from a table with its cell", (document(1, kind="data", locator="B7"),), MEETS),
    Set("a web page, whose address is its place", (report(1, kind="page", tier="primary"),), MEETS),
    Set("an interview with its date", (said(1),), MEETS),
    Set("an interview without a date", (said(1, dated=None),), f"short of the policy: {NO_PLACE}Interview 1"),
    Set(
        "an unanswered contradiction",
        (document(1), document(2, stance="contradicts")),
        "short of the policy: a contradiction is unanswered: Document 2",
    ),
    Set("an answered one", (document(1), document(2, stance="contradicts", answered=True)), MEETS),
    Set("an AI tool that contradicts", (document(1), replace(AI, stance="contradicts")), MEETS),
    Set(
        "nothing but a contradiction",
        (report(1, stance="contradicts", tier="tertiary"),),
        f"{NOTHING}; a contradiction is unanswered: Paper 1",
    ),
    Set("a quotation from a document", (document(1),), f"short of the policy: {RECORD}", kinds=("quote",)),
    Set("a quotation with a timecode", (document(1, kind="recording", locator="12:31"),), MEETS, kinds=("quote",)),
    Set(
        "a quotation somewhere in the reporter’s notes",
        (document(1, kind="notes", locator="near the end"),),
        f"short of the policy: {RECORD}",
        kinds=("quote",),
    ),
    Set(
        "a quotation on a page of the notes",
        (document(1, kind="notes", locator="book 2, p. 9"),),
        MEETS,
        kinds=("quote",),
    ),
    Set(
        "a quotation, a recording without a timecode",
        (document(1), document(2, kind="recording", locator="")),
        f"short of the policy: {RECORD}",
        kinds=("quote",),
    ),
    Set(
        "a quotation of which there is nothing",
        (),
        f"{NOTHING}; {RECORD}",
        kinds=("name", "quote"),
    ),
    Set("an unnamed source alone", (unnamed(7),), f"short of the policy: {SECOND}; {UNKNOWN}"),
    Set("an unnamed source whom an editor knows", (unnamed(7, known=True),), f"short of the policy: {SECOND}"),
    Set("two unnamed sources whom nobody knows", (unnamed(7), unnamed(8)), f"short of the policy: {UNKNOWN}"),
    Set("two unnamed sources whom editors know", (unnamed(7, known=True), unnamed(8, known=True)), MEETS),
    Set(
        "one unnamed source under two titles",
        (unnamed(7, known=True, origin="K-7"), unnamed(8, known=True, origin="k-7")),
        f"short of the policy: {SECOND}",
    ),
    Set("an unnamed source who is known, and a paper", (unnamed(7, known=True), report(1)), MEETS),
    Set("an unnamed source beside a primary document: the claim does not rest on it", (unnamed(7), document(1)), MEETS),
    Set("a leaked document of somebody whom an editor knows", (document(1, anonymous=True, known=True),), MEETS),
    Set("legal risk asks for people, not for more evidence", (document(1),), MEETS, flags=("legal",)),
    Set(
        "one primary of two, or two of four",
        (document(1), report(2)),
        "short of the policy: 1 primary, 2 needed or 2 independent sources, 4 needed",
        rules=TWO_OR_FOUR,
    ),
    Set(
        "no number of papers is enough",
        (report(1), report(2)),
        "short of the policy: 0 primary, 1 needed",
        rules=PRIMARY_ONLY,
    ),
    Set(
        "one paper of two", (report(1),), "short of the policy: 1 independent secondary, 2 needed", rules=SECONDARY_ONLY
    ),
    Set(
        "nothing kept of a page",
        (report(1),),
        "short of the policy: a file or snapshot of it is needed: Paper 1",
        rules=KEPT,
    ),
    Set(
        "a place in one and a file of the other",
        (document(1), document(2, locator="", kept=True)),
        f"short of the policy: {NO_PLACE}Document 2; a file or snapshot of it is needed: Document 1",
        rules=PLACED_AND_KEPT,
    ),
    Set(
        "an allegation from one interview",
        (said(1),),
        f"short of the policy: {SECOND}",
        ("allegation",),
        rules=ALLEGATIONS,
    ),
    Set("no allegation", (), "not applicable", rules=ALLEGATIONS),
    Set("only people are asked for", (), "not applicable", rules=REVIEWS_ALONE),
)
