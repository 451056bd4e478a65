"""Markdown to a document: blocks, footnotes, CriticMarkup, the fields before the text."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.formats import html, markdown, plain
from newsroom.formats.document import Unreadable
from newsroom.formats.notes import Change, Loss
from newsroom.text.canonical import compose
from newsroom.text.places import places


def words(document):
    return [piece.text for piece in document.blocks]


def canonical(document):
    return compose(document.blocks)


# --- One story in every form ---

HEADLINE = "The pump that “never” ran"
PARAGRAPHS = (
    "It cost 212,000 crowns in 2024 & more: 3 < 4.",
    "“No,” said Ness. “We've paid twice.”",
    "Nothing came – ever.",
)


def test_a_headline_and_paragraphs_are_the_same_text_in_every_form():
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;") for text in (HEADLINE, *PARAGRAPHS)]
    forms = [
        plain.read("\n\n".join((HEADLINE, *PARAGRAPHS)).encode()),
        html.read(f"<h1>{escaped[0]}</h1>\n<p>{'</p> <p>'.join(escaped[1:])}</p>".encode()),
        html.read(f"<p>{'<p>'.join(escaped)}".encode()),
        markdown.read("\n\n".join((f"# {HEADLINE}", *PARAGRAPHS)).encode()),
        markdown.read("\n\n".join((HEADLINE, *PARAGRAPHS)).encode()),
    ]
    assert len({canonical(form).sha256 for form in forms}) == 1
    assert {form.headline for form in forms} == {HEADLINE}


# --- Notes and changes ---


def test_remarks_stand_on_the_highlighted_words_or_on_none():
    document = markdown.parse("# h\n\nIt cost {==212,000 crowns==}{>>Says *who*?<<} then.{>>And when?<<} {==marked==}")
    assert words(document)[1] == "It cost 212,000 crowns then. marked"
    first, second = document.notes
    assert (first.kind, first.text, second.text, second.start) == ("inline", "Says *who*?", "And when?", None)
    assert first.start and first.end
    [(start, end)] = places(document.blocks, [(first.start, first.end)])
    assert canonical(document).text[start:end] == "212,000 crowns"
    assert words(document)[1][: second.end.offset] == "It cost 212,000 crowns then."


def test_changes_are_accepted_or_rejected_and_code_is_left_alone():
    source = "# h\n\nIt {--was--}{++**is**++} {~~two~>three~~} pumps `{++x++}` {++open"
    document = markdown.parse(source)
    assert words(document)[1] == "It is three pumps {++x++} {++open"
    assert [change[0::3] for change in document.changes] == [
        *(("deletion", "was"), ("insertion", "is"), ("deletion", "two"), ("insertion", "three")),
    ]
    assert words(markdown.parse(source, rejected=True))[1] == "It was two pumps {++x++} {++open"


def test_a_remark_in_deleted_words_is_kept_as_cut():
    [note] = markdown.parse("# h\n\nIt {--was {>>why?<<} so--}ends.").notes
    assert (note.text, note.cut) == ("why?", True)


def test_footnotes_without_a_mark_are_counted_with_their_words():
    document = markdown.parse("# h\n\nWords.[^a]\n\n[^a]: Here.\n[^b]: Never *marked*.\n")
    assert [note.text for note in document.notes] == ["Here."]
    assert document.losses == (Loss("footnotes without a mark", 1, ("Never *marked*.",)),)


def test_html_in_it_goes_the_way_of_html():
    document = markdown.parse("# h\n\n<script>alert(1)</script>\n\nA <b onclick=x>word</b> [x](javascript:alert(1)).")
    assert "alert(1)" not in words(document)[1] or words(document)[1] == "A word [x](javascript:alert(1))."
    assert document.links == ()


# --- The fields before the text ---


def test_title_byline_and_date_stand_before_the_text_and_the_rest_is_counted():
    document = markdown.parse(
        '---\ntitle: "The pump"\nauthor: Hedda Ness\ndate: 2026-03-04\ntags:\n- a\n- b\n---\n\nWords. More.'
    )
    assert (document.headline, document.byline, document.date) == ("The pump", "Hedda Ness", datetime.date(2026, 3, 4))
    assert document.losses == (Loss("fields before the text", 1, ("tags: a b",)),)
    assert words(document) == ["The pump", "Words. More."]


def test_a_rule_is_no_field():
    assert words(markdown.parse("---\n\nOne.\n\n---\n\nTwo.")) == ["", "One.", "Two."]


# --- Hostile files ---


@pytest.mark.parametrize(
    "source",
    [
        "> " * 300 + "a",
        "[" * 5_000,
        "{++" * 5_000,
        "*a " * 40_000,
        "word\n" * 30_000,
        "- " * 3_000 + "a",
        " \n ",
        "<div>\n" * 9_000,
    ],
)
def test_what_a_parser_would_choke_on_is_refused(source):
    with pytest.raises(Unreadable):
        markdown.read(source.encode())


@given(st.text("#>*_`[]()^:{}+-=~<>|! \nab1\\&;", max_size=200))
def test_any_characters_make_a_document_or_a_refusal(source):
    try:
        document = markdown.read(source.encode())
    except Unreadable:
        return
    spots = [spot for note in document.notes for spot in (note.start, note.end) if spot]
    assert all(0 <= spot.piece < len(document.blocks) for spot in spots)


def test_a_change_names_nobody():
    assert markdown.parse("# h\n\nA {++b++}.").changes == (Change("insertion", "", None, "b"),)
