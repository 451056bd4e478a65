"""The reader of a file: its bytes and its name must agree."""

import pytest

from newsroom.domain.reading import sentence
from newsroom.formats.choosing import ENDINGS, FORMATS, choose, read
from newsroom.formats.document import Unreadable
from tests.formats.fdocx import fdocx


@pytest.mark.parametrize("name", ["pump.txt", "PUMP.TXT", "a.b.text"])
def test_a_text_file_is_read_as_plain_text(name):
    assert choose(b"Words.", name).name == "plain text"
    assert read(b"Head\n\nWords.", name=name).headline == "Head"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<h1>Head</h1><p>Words."),
        ("a.HTM", "<!doctype html><h1>Head</h1><p>Words."),
        ("a.md", "# Head\n\nWords."),
    ],
)
def test_each_format_is_read_by_its_reader(name, text):
    assert [piece.text for piece in read(text.encode(), name=name).blocks] == ["Head", "Words."]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_html_by_another_name_is_refused_with_the_ending_it_should_have(name):
    with pytest.raises(Unreadable) as refusal:
        choose(b"<!doctype html><p>Words.", name)
    assert sentence(refusal.value).startswith(f"This is HTML, but its name ends in {name[1:]}")


@pytest.mark.parametrize("name", ["pump", "pump.exe", "", ".txt", "pump.txt.gz"])
def test_a_file_of_another_ending_is_refused_with_the_endings_that_can_be_read(name):
    with pytest.raises(Unreadable) as refusal:
        choose(b"Words.", name)
    assert refusal.value.code == "no-format" and all(ending in sentence(refusal.value) for ending in ENDINGS)


@pytest.mark.parametrize(
    ("start", "said"), [(b"%PDF-1.7", "pdf"), (b"\xd0\xcf\x11\xe0", "old-word"), (b"{\\rtf1", "rich-text")]
)
@pytest.mark.parametrize("name", ["pump.txt", "pump.pdf"])
def test_what_people_try_gets_a_sentence_of_its_own(start, said, name):
    with pytest.raises(Unreadable, match=said):
        choose(start + b" rest", name)


def test_no_two_formats_share_an_ending():
    assert len(set(ENDINGS)) == len(ENDINGS) and all(format.endings for format in FORMATS)


def test_a_word_document_is_told_by_its_bytes():
    assert read(fdocx(), name="Ferry.DOCX").headline == "Ferry to Holm runs again"
    with pytest.raises(Unreadable) as refusal:
        choose(fdocx(), "ferry.txt")
    assert (refusal.value.code, refusal.value.values["endings"]) == ("other-format", ".docx")
    with pytest.raises(Unreadable) as refusal:
        read(b"The ferry was late.", name="ferry.docx")
    assert refusal.value.code == "no-zip"
