"""A document survives the way through a form."""

import datetime
import json

from newsroom.formats import html, markdown
from newsroom.formats.document import Document, Piece
from newsroom.formats.notes import Change, Link, Loss, Note, Reply
from newsroom.formats.packing import pack, unpack
from newsroom.text.places import Spot

NOON = datetime.datetime(2026, 5, 4, 12, 0, tzinfo=datetime.UTC)
FULL = Document(
    "Head",
    datetime.date(2026, 5, 4),
    (Piece("body", "paragraph", "Words."),),
    losses=(Loss("images", 2, ("A pump",)),),
    notes=(
        Note("Why?", "Ada", NOON, "7", ("https://e.example/",), start=Spot(1, 0), end=Spot(1, 5), resolved=True,
             replies=(Reply("So.", "Jo", NOON), Reply("Ah."))),
        Note("Cut", cut=True, quote="gone", kind="footnote"),
    ),
    links=(Link(Spot(1, 0), Spot(1, 5), "https://e.example/"),),
    changes=(Change("move", "Ada", NOON, "words"), Change("insertion", "", None, "")),
    byline="Ada",
)  # fmt: skip


def through(document):
    return unpack(json.loads(json.dumps(pack(document))))


def test_everything_comes_back():
    assert through(FULL) == FULL


def test_what_the_readers_make_comes_back():
    story = "# h\n\nA {==word==}{>>why?<<} {--x--} [l](https://e.example/).[^1]\n\n![p](x)\n\n[^1]: Note."
    for document in (markdown.parse(story), html.parse("<p>a<p>b")):
        assert through(document) == document
