"""Word documents that are none, or mean harm: each refused with one sentence, and nothing else ever comes out."""

import struct
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.formats import archive, docx
from newsroom.formats.document import Document, Unreadable
from newsroom.formats.docx import changes, package, trees
from newsroom.text.canonical import compose
from newsroom.text.places import places
from tests.formats import word
from tests.formats.fdocx import fdocx
from tests.formats.word import p

PART = "word/document.xml"
FINE = word.docx(p("The ferry was late."))
FILES = word.unzipped(FINE)
WHOLE = fdocx()
PARTS = word.unzipped(WHOLE)


NUMBERS = [" ".join(map(str, range(n, n + 9_000))) for n in range(1_000_000, 1_300_000, 9_000)]  # they pack badly


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        docx.read(data)
    return caught.value.code


def swapped(**parts: str | bytes) -> bytes:
    """The fine file with another main part."""
    return word.zipped({**FILES, PART: parts["main"]})


def entry(data: bytes, at: int, size: int, value: int) -> bytes:
    """The bytes with a field of the last central directory entry changed."""
    place = data.rindex(archive.ENTRY) + at
    return data[:place] + value.to_bytes(size, "little") + data[place + size :]


def test_the_file_that_the_others_are_made_from_is_read():
    assert docx.read(FINE).pieces[0].text == "The ferry was late."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no-zip"),
        (b"The ferry was late.", "no-zip"),
        (b"%PDF-1.7 ...", "no-zip"),
        (b"\xd0\xcf\x11\xe0 an old .doc, or one with a password", "no-zip"),
        (FINE[: len(FINE) // 2], "damaged"),
        (FINE[:-30], "damaged"),
        (FINE.replace(b"word/document.xml", b"word/dokument.xml"), "no-word-document"),
        (word.zipped({}), "no-zip"),
        (word.zipped({"a.txt": "words"}), "no-word-document"),
        (word.zipped({name: part for name, part in FILES.items() if "Types" not in name}), "no-word-document"),
        (word.zipped({name: part for name, part in FILES.items() if "rels" not in name}), "no-word-document"),
        (swapped(main=word.root("w:workbook", p("The ferry."))), "no-word-document"),
        (swapped(main=FILES[PART][:-20]), "damaged"),
        (swapped(main=b""), "damaged"),
        (swapped(main=FILES[PART].replace(b"late", b"\xff\xfe")), "damaged"),
        (word.docx(p("  ")), "empty"),
        (word.docx(p("late " * 30_000)), "long-paragraph"),
        (word.docx("".join(map(p, NUMBERS))), "too-long"),
    ],
)
def test_what_is_no_readable_story_is_refused(data, said):
    assert said == refusal(data)


DOCTYPE = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w:document SYSTEM "http://127.0.0.1:1/x.dtd" [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("declared", [DOCTYPE, OUTSIDE, "<!DOCTYPE w:document>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", [PART, "_rels/.rels", "word/comments.xml", "word/styles.xml"])
def test_a_document_type_is_refused_in_every_part_and_encoding(declared, encoding, part):
    text = PARTS[part].decode().partition("?>\n")[2] or PARTS[part].decode()
    hostile = f'<?xml version="1.0" encoding="{encoding}"?>{declared}{text}'.encode(encoding)
    assert refusal(word.zipped({**PARTS, part: hostile})) == "document-type"


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "word/../../x", "C:/x", "word\\x", "word/./x", "a//b"])
def test_a_part_that_leads_out_is_refused(name):
    assert refusal(word.zipped({**FILES, name: "x"})) == "leads-out"
    assert refusal(word.zipped({**FILES, "nul.xml": "x"}).replace(b"nul.xml", b"nul\0xml")) == "leads-out"


def test_two_parts_with_one_name_are_refused():
    assert refusal(word.zipped({**FILES, "WORD/settings.xml": "", "word/settings.xml": ""})) == "same-name"
    assert refusal(word.zipped({**FILES, "word/dokument.xml": "x"}).replace(b"dokument", b"document")) == "same-name"


def test_encrypted_parts_and_other_ways_of_packing_are_refused():
    assert refusal(entry(FINE, 8, 2, 1)) == "locked"
    assert refusal(word.zipped(FILES, zipfile.ZIP_LZMA)) == "packing"
    assert refusal(word.zipped(FILES, zipfile.ZIP_BZIP2)) == "packing"


def test_macros_are_refused():
    assert refusal(word.zipped({**FILES, "word/vbaProject.bin": b"\0"})) == "macros"


def test_bombs_are_refused():
    assert refusal(swapped(main=b" " * 5_000_000)) == "bomb"
    assert (
        refusal(word.zipped({**FILES, **{f"word/{n}.xml": "" for n in range(archive.MOST_ENTRIES)}}))
        == "too-many-parts"
    )
    assert refusal(entry(FINE, 24, 4, archive.MOST_UNPACKED + 1)) == "bomb"


def test_too_many_changes_and_notes_are_refused():
    assert refusal(word.docx(p(*["<w:ins/>"] * (changes.MOST + 1)))) == "too-many-changes"
    said = "".join(f'<w:comment w:id="{n}"/>' for n in range(docx.MOST_NOTES + 1))
    assert refusal(word.docx(p("One."), comments=said)) == "too-many-notes"


def test_a_size_that_the_zip_tells_wrongly_is_not_believed():
    last = word.zipped({**{name: part for name, part in FILES.items() if name != PART}, PART: FILES[PART]})
    assert refusal(entry(last, 24, 4, 10)) == "damaged"


def test_nesting_too_many_elements_and_endless_tags_are_refused():
    deep = trees.DEEPEST
    assert refusal(word.docx("<w:tbl>" * deep + "</w:tbl>" * deep)) == "nested"
    assert refusal(word.zipped({**FILES, PART: word.root("w:document", "<w:r/>" * package.MOST_SIGNS)}, 0)) == "nested"
    many = {f"{kind}er": "<w:r/>" * (package.MOST_SIGNS // 2) for kind in ("head", "foot")}
    assert refusal(word.zipped(word.unzipped(word.docx(p("One."), **many)), 0)) == "nested"
    names = "".join(f"<w:x{n}/>" for n in range(trees.MOST_NAMES + 1))
    assert refusal(word.docx(names)) == "nested"
    attributes = " ".join(f'a{n}="{n * n}"' for n in range(150_000))
    assert refusal(word.zipped({**FILES, PART: word.root("w:document", f"<w:r {attributes}/>")}, 0)) == "endless-tag"


def test_a_file_can_ask_for_nothing_outside():
    rows = word.relationship("rId1", "styles", "file:///etc/hostname", outside=True)
    rows += word.relationship("rId2", "comments", "../../../../etc/hostname") + word.relationship(
        "rId3", "footnotes", "%2e"
    )
    assert docx.read(word.docx(p("The ferry was late."), links=rows)).pieces[0].text == "The ferry was late."


# --- Whatever the bytes are, there is a document or a refusal ---


def read(data: bytes) -> None:
    """Read both ways; what comes out holds together."""
    for rejected in (False, True):
        try:
            document = docx.read(data, rejected=rejected)
        except Unreadable as error:
            assert error.code
            continue
        check(document)


def check(document: Document) -> None:
    text = compose(document.blocks).text
    spans = [(note.start or note.end, note.end) for note in document.notes if note.end]
    spans += [(link.start, link.end) for link in document.links]
    assert all(0 <= start <= end <= len(text) for start, end in places(document.blocks, spans))
    assert all(loss.count >= len(loss.words) for loss in document.losses)


@given(data=st.binary(max_size=300))
def test_random_bytes(data):
    read(data)
    read(b"PK\x03\x04" + data)


BROKEN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@BROKEN
@given(changes=st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_zip_with_changed_bytes(changes):
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    read(bytes(data))


@BROKEN
@given(start=st.integers(0, len(WHOLE)), size=st.integers(1, 400))
def test_a_zip_with_a_piece_missing(start, size):
    read(WHOLE[:start] + WHOLE[start + size :])


@BROKEN
@given(
    part=st.sampled_from([PART, "word/comments.xml", "word/commentsExtended.xml", "word/_rels/document.xml.rels"]),
    changes=st.lists(st.tuples(st.floats(0, 0.999), st.sampled_from(b"<>/\"'= a1:&\x00\xff")), min_size=1, max_size=3),
)
def test_a_part_with_changed_bytes(part, changes):
    data = bytearray(PARTS[part])
    for at, value in changes:
        data[int(at * len(data))] = value
    read(word.zipped({**PARTS, part: bytes(data)}))


TAGS = sorted(
    {f"w:{tag}" for tag in ("p", "r", "t", "ins", "del", "moveTo", "tbl", "tc", "sdt", "pPr", "rPr", "hyperlink")}
)


@st.composite
def elements(draw: st.DrawFn, depth: int = 0) -> str:
    """XML that is well formed and makes no sense: marks, fields and changes in any order and nesting."""
    kind = draw(st.sampled_from(["words", "mark", "field", *(["element"] * 4 if depth < 5 else [])]))
    number, author = draw(st.integers(0, 3)), draw(st.sampled_from(["A", "B"]))
    if kind == "words":
        return word.r(draw(st.text(alphabet="ab \u0301é.", max_size=6)))
    if kind == "mark":
        marks = ["commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference"]
        return f'<w:{draw(st.sampled_from(marks))} w:id="{number}"/>'
    if kind == "field":
        code = "<w:instrText>HYPERLINK https://a.example/</w:instrText>"
        return f'<w:fldChar w:fldCharType="{draw(st.sampled_from(["begin", "separate", "end"]))}"/>{code}'
    tag = draw(st.sampled_from(TAGS))
    inside = "".join(draw(st.lists(elements(depth + 1), max_size=4)))
    return f'<{tag} w:id="{number}" w:author="{author}" r:id="x">{inside}</{tag}>'


@BROKEN
@given(body=st.lists(elements(), max_size=6).map("".join))
def test_any_elements_in_any_order(body):
    said = "".join(word.comment(n, "A", f"Comment {n}") for n in range(4))
    notes = "".join(word.footnote(n, f"Note {n}") for n in range(4))
    rows = word.relationship("x", "hyperlink", "https://one.example/", outside=True)
    data = word.docx(p("Start.") + body, comments=said, footnotes=notes, links=rows)
    read(data)
    assert len(docx.read(data).notes) == 8


def test_the_fields_of_an_entry_are_where_these_tests_change_them():
    place = FINE.rindex(archive.ENTRY)
    assert struct.unpack_from("<H", FINE, place + 10)[0] == zipfile.ZIP_DEFLATED
