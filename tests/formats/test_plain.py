"""Plain text in: encodings are never guessed silently, headline and date are found, no word is lost."""

import codecs
import datetime
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.formats.document import Document, Piece, Unreadable
from newsroom.formats.plain import LIMIT, decode, parse, read

STORY = """Ferry to Holm late again

The ferry to Holm was late on Tuesday.

What the captain says

“We wait for the tide,” said Captain Mara Lind."""


def para(text: str) -> Piece:
    return Piece("body", "paragraph", text)


@pytest.mark.parametrize(
    "data",
    [
        "Ærø – “ferry”".encode(),
        "Ærø – “ferry”".encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + "Ærø – “ferry”".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Ærø – “ferry”".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "Ærø – “ferry”".encode("utf-32-le"),
        codecs.BOM_UTF32_BE + "Ærø – “ferry”".encode("utf-32-be"),
    ],
)
def test_unicode_is_read_when_it_is_declared(data):
    assert decode(data) == "Ærø – “ferry”"


def refusal(data: bytes, encoding: str | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        decode(data, encoding=encoding)
    return caught.value


def test_another_encoding_is_refused_with_the_first_bad_byte_and_a_proposal():
    no = refusal("The mayor said \x93no\x94, twice, in the café.".encode("latin-1"))
    assert (no.code, no.position, no.encoding) == ("other-encoding", 15, "cp1252")
    assert (no.values["name"], no.values["byte"]) == ("UTF-8", "93")
    assert no.preview == "The mayor said “no”, twice, in the café."


def test_the_position_counts_a_byte_order_mark():
    assert refusal(codecs.BOM_UTF8 + b"ab\xff").position == 5
    assert refusal(codecs.BOM_UTF16_LE + b"a\x00b").position == 4


def test_a_confirmed_encoding_is_obeyed():
    assert decode(b"caf\xe9", encoding="cp1252") == "café"


def test_a_named_encoding_is_obeyed_strictly():
    no = refusal("Пором".encode("cp1251"), encoding="ascii")
    assert (no.code, no.position, no.encoding) == ("bad-bytes", 0, "")


@pytest.mark.parametrize("name", ["no-such", "hex", "zlib", "utf-8\0", "rot13", "x" * 500])
def test_what_is_no_text_encoding_is_refused(name):
    no = refusal(b"6162", encoding=name)
    assert (no.code, no.values["name"]) == ("unknown-encoding", name[:40])


def test_cyrillic_bytes_are_not_proposed_as_western():
    no = refusal(("Пором до острова снова опоздал, сообщила команда порта. " * 20).encode("cp1251"))
    assert no.encoding not in {"", "cp1252"}
    assert "Пором" in no.preview


def test_nul_is_refused():
    no = refusal(b"ferry\0late")
    assert (no.code, no.position, no.encoding) == ("nul", 5, "")


def test_utf_16_without_its_mark_is_proposed():
    no = refusal("The ferry was late again on Tuesday.".encode("utf-16-le"))
    assert no.encoding == "utf-16-le"
    assert no.preview.startswith("The ferry")


@pytest.mark.parametrize("data", [b"", b" \r\n\t", codecs.BOM_UTF8, "\u00a0\u2003".encode()])
def test_nothing_to_read_is_refused(data):
    assert refusal(data).code == "empty"


def test_the_limit_counts_bytes_of_utf_8():
    assert len(decode(b"a" * LIMIT)) == LIMIT
    assert refusal(b"a" * (LIMIT + 1)).code == "too-long"
    assert refusal("ø".encode("cp1252") * (LIMIT // 2 + 1), encoding="cp1252").code == "too-long"
    assert refusal(b"a" * 5 * LIMIT).values["limit"] == LIMIT


@given(st.binary(max_size=400), st.sampled_from([None, "cp1252", "utf-16", "utf-7", "idna", "shift_jis"]))
def test_bytes_are_text_or_unreadable(data, encoding):
    try:
        document = read(data, encoding=encoding)
    except Unreadable as no:
        assert no.code
        assert no.position is None or 0 <= no.position < len(data)
    else:
        assert document.headline or document.pieces or document.date


def test_headline_paragraphs_and_headings():
    assert parse(STORY) == Document(
        "Ferry to Holm late again",
        None,
        (
            para("The ferry to Holm was late on Tuesday."),
            Piece("body", "heading", "What the captain says"),
            para("“We wait for the tide,” said Captain Mara Lind."),
        ),
    )


@pytest.mark.parametrize(
    ("first", "headline", "date"),
    [
        (" date 2025-03-24 ‘Not Again’: Holm Laments Its Ferry", "‘Not Again’: Holm Laments Its Ferry", "2025-03-24"),
        ("Date: 2025-03-24 Ferry late", "Ferry late", "2025-03-24"),
        ("2025-03-24 Ferry late", "Ferry late", "2025-03-24"),
        ("2025-03-24: Ferry late", "Ferry late", "2025-03-24"),
        ("2024-02-29\n\nFerry late", "Ferry late", "2024-02-29"),
        ("2025-02-31 Ferry late", "2025-02-31 Ferry late", None),
        ("2025-03-245 Ferry late", "2025-03-245 Ferry late", None),
        ("Is the ferry safe?", "Is the ferry safe?", None),
        ("Captain: “We wait for the tide”", "Captain: “We wait for the tide”", None),
        ("Holm looks to the U.S.", "Holm looks to the U.S.", None),
    ],
)
def test_the_first_line(first, headline, date):
    document = parse(f"{first}\n\nThe ferry was late.")
    assert document.headline == headline
    assert document.date == (datetime.date.fromisoformat(date) if date else None)
    assert document.pieces == (para("The ferry was late."),)


@pytest.mark.parametrize(
    "first",
    ["The ferry was late.", "“The ferry was late.”", "Word " * 50, "First line\nand second", "It was late, and so,"],
)
def test_a_first_paragraph_is_no_headline(first):
    document = parse(f"{first}\n\nMore.")
    assert document.headline == ""
    assert [piece.text for piece in document.pieces] == [first.strip(), "More."]


def test_with_a_date_the_headline_is_its_line():
    document = parse("2025-03-24 Ferry late\nThe ferry was late.")
    assert (document.headline, document.pieces) == ("Ferry late", (para("The ferry was late."),))


def test_one_line_alone_is_text():
    assert parse("Ferry late") == Document("", None, (para("Ferry late"),))


def test_nothing_is_an_empty_document():
    assert parse(" \n ") == Document("", None, ())


PARTS = st.sampled_from(
    ["Ferry", "late", ".", "?", "”", "“", " ", "\n", "\n\n", "2025-03-24 ", "date ", "2025-02-30 ", ":"]
)


@given(st.one_of(st.text(), st.lists(PARTS).map("".join)))
def test_no_word_is_lost(text):
    document = parse(text)
    kept = " ".join([document.headline, *(piece.text for piece in document.pieces)])
    given_words = re.findall(r"\w+", text.replace("\u00ad", ""))
    if document.date:
        found = re.match(r"[\s\ufeff]*(?:date[ :]+)?[0-9-]{10}", text.replace("\u00ad", ""), re.IGNORECASE)
        assert found or "\t" in text
        given_words = given_words[3 + (given_words[0].lower() == "date") :]
    assert normal(re.findall(r"\w+", kept)) == normal(given_words)


def normal(words: list[str]) -> str:
    return unicodedata.normalize("NFC", "".join(words))
