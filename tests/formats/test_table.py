"""CSV that opens as text in a spreadsheet."""

import csv
import io

import pytest

from newsroom.formats.table import CUT, LONGEST, inert, lines


def written(*rows):
    return b"".join(lines(rows))


def test_bom_crlf_and_quoting_to_the_byte():
    rows = [("id", "exact"), (7, "Ostrand, “the” quay"), (8, 'a "b"\nc'), (None, "")]
    assert written(*rows) == (
        b"\xef\xbb\xbfid,exact\r\n" + '7,"Ostrand, “the” quay"\r\n'.encode() + b'8,"a ""b""\nc"\r\n' + b",\r\n"
    )


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_leads_like_a_formula_gets_an_apostrophe(lead):
    assert inert(f"{lead}1+1") == f"'{lead}1+1"


@pytest.mark.parametrize("text", ["a=1", " =1", "’=", "–5", "'=1", "ÆØÅ"])
def test_other_text_stays_as_it_is(text):
    assert inert(text) == text


def test_numbers_are_not_text():
    assert inert(-5) == -5
    assert written((-5,)).endswith(b"-5\r\n")


def test_a_control_character_does_not_hide_a_formula():
    assert inert("\x00=1+1") == "'=1+1"
    assert inert("a\x0bb\x1fc\ufffed\ud800e") == "abcde"
    assert inert("a\tb\nc\rd") == "a\tb\nc\rd"


def test_a_cell_is_cut_where_a_spreadsheet_would_cut_it():
    assert inert("x" * LONGEST) == "x" * LONGEST
    cut = inert("x" * (LONGEST + 1))
    assert len(cut) == LONGEST
    assert cut.endswith("x" + CUT)
    assert len(inert("=" + "x" * LONGEST)) == LONGEST


def test_a_reader_gets_the_rows_back():
    rows = [["a", 'b"', "c,d"], ["e\r\nf", "ü", "1"]]
    text = written(*rows).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""))) == rows


def test_rows_are_read_one_at_a_time():
    read = []

    def rows():
        for number in range(3):
            read.append(number)
            yield (number,)

    made = lines(rows())
    next(made), next(made)
    assert read == [0]
