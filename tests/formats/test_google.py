"""What Google Docs downloads as a web page: the story, its comments and footnotes, out of a zip."""

import zipfile

import pytest

from newsroom.domain.reading import sentence
from newsroom.formats import archive, google
from newsroom.formats.choosing import choose, read
from newsroom.formats.document import Unreadable
from newsroom.formats.notes import Loss
from newsroom.text.canonical import compose
from newsroom.text.places import places
from tests.formats import gdocs, word
from tests.formats.fdocx import fdocx


def test_the_story_comes_with_its_parts_and_what_is_lost():
    document = read(gdocs.gdocs(), name="The pump that never ran.ZIP")
    assert document.headline == "The pump that never ran"
    assert [(piece.part, piece.type, piece.text) for piece in document.pieces] == [
        ("deck", "paragraph", "The board paid twice for it"),
        ("body", "paragraph", "It cost 212,000 crowns, the audit\u00a0says. That is 3 × 10⁶ lire."),
        ("body", "heading", "What the audit found"),
        *(("body", "list item", words) for words in ("the first pump", "the second, with", "its valve", "the third")),
        *(("body", "table cell", words) for words in ("2024", "212")),
        ("body", "paragraph", "“Never again,” said Ness."),
    ]
    assert document.losses == (
        Loss("passages outside the story", 1, ("Draft of 4 May",)),
        Loss("images", 1, ("A pump",)),
    )


def test_comments_at_one_place_are_a_thread_and_every_note_comes_with_all_its_paragraphs():
    document = google.read(gdocs.gdocs())
    text = compose(document.blocks).text
    spots = [(note.end, note.end) for note in document.notes if note.end]
    ends = [text[:end] for _start, end in places(document.blocks, spots)]
    said = [(note.kind, note.text, [reply.text for reply in note.replies]) for note in document.notes]
    assert said == [
        ("comment", "Says who? The invoice has 221,000.", ["The clerk."]),
        ("footnote", "Audit, page 4.", []),
        ("comment", "Spelling?", []),
        ("footnote", "By phone, on 4 May.", []),
    ]
    assert [end.rpartition(" ")[2] for end in ends] == ["crowns", "lire.", "Ness.", "Ness."]
    assert all(note.start is None for note in document.notes)
    assert [link.href for link in document.links] == ["https://audit.example/4?p=2"]


def test_what_a_mac_adds_is_left_out_and_other_files_are_counted():
    more = {"__MACOSX/._Thepump.html": "x", "images/": "", "notes.txt": "Ask Ness."}
    assert google.read(gdocs.gdocs(**more)).losses[-1] == Loss("other files", 1, ("notes.txt",))


PAGE = {"a.html": "<h1>The pump</h1><p>It ran.</p>"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"The pump.", "no-zip"),
        (word.zipped({"a.txt": "The pump."}), "no-page-in-zip"),
        (word.zipped({**PAGE, "b.HTM": "<p>Other."}), "pages-in-zip"),
        (word.zipped({"a.html": b"<p>" + b"late " * 1_000_000}), "bomb"),
        (word.zipped({"a.html": "<p>" + "".join(f"{n} " for n in range(400_000))}), "too-long"),
        (word.zipped({**PAGE, "../b.html": "x"}), "leads-out"),
        (word.zipped({**PAGE, "A.HTML": "x"}), "same-name"),
        (word.zipped(PAGE, zipfile.ZIP_LZMA), "packing"),
        (word.zipped(PAGE)[:-30], "damaged"),
        (word.zipped({**PAGE, **{f"images/{n}.png": "" for n in range(archive.MOST_ENTRIES)}}), "too-many-parts"),
        (word.zipped({"a.html": "<div>" * 1000}), "html-depth"),
        (word.zipped({"a.html": b"<p>\xff\xfe\xfd late"}), "other-encoding"),
    ],
)
def test_what_is_none_or_means_harm_is_refused(data, said):
    with pytest.raises(Unreadable) as caught:
        google.read(data)
    assert caught.value.code == said and sentence(caught.value) != said


def test_an_image_is_never_unpacked():
    bomb = {"images/image1.png": b"\0" * 30_000_000}
    assert google.read(word.zipped({**PAGE, **bomb})).headline == "The pump"


def test_a_word_document_in_a_zip_by_another_name_is_told_its_own():
    with pytest.raises(Unreadable) as caught:
        choose(fdocx(), "ferry.zip")
    assert sentence(caught.value) == "This is Word, but its name ends in .zip: let it end in .docx."
