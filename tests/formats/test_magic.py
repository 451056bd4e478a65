"""What a file is, by its bytes."""

import io
import zipfile

import pytest

from newsroom.formats.magic import KEPT, kind_of

OOXML, ODF = "application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument."


def packed(**parts: str) -> bytes:
    """A zip with these parts; "__" stands for a slash and a name without a dot gets ".xml"."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "/"), text)
    return file.getvalue()


def office(part: str, **more: str) -> bytes:
    return packed(**{"[Content_Types].xml": "<Types/>", part: "<x/>", **more})


def iso(brand: bytes) -> bytes:
    return b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0isommp42" + b"\0" * 40


DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le") + b"\0" * 64
SPREADSHEET = DOC.replace("WordDocument".encode("utf-16-le"), "Workbook".encode("utf-16-le"))
SUBTITLES = "1\n00:00:01,000 --> 00:00:04,000\nThe pumps were new.\n"

KNOWN = [
    ("a.pdf", b"%PDF-1.7\n%%EOF", "application/pdf"),
    ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
    ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0", "image/jpeg"),
    ("a.gif", b"GIF89a\1\0\1\0", "image/gif"),
    ("a.webp", b"RIFF\x24\0\0\0WEBPVP8 ", "image/webp"),
    ("a.tif", b"II*\0\x08\0\0\0", "image/tiff"),
    ("a.tiff", b"MM\0*\0\0\0\x08", "image/tiff"),
    ("a.mp3", b"ID3\x04\0\0\0\0\0\0", "audio/mpeg"),
    ("a.mp3", b"\xff\xfb\x90\x64" + b"\0" * 400, "audio/mpeg"),
    ("a.wav", b"RIFF\x24\0\0\0WAVEfmt ", "audio/wav"),
    ("a.opus", b"OggS\0\x02" + b"\0" * 20 + b"OpusHead", "audio/ogg"),
    ("a.m4a", iso(b"M4A "), "audio/mp4"),
    ("a.mp4", iso(b"isom"), "video/mp4"),
    ("a.webm", b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm\x42\x87", "video/webm"),
    ("a.doc", DOC, "application/msword"),
    ("a.docx", office("word/document.xml"), f"{OOXML}wordprocessingml.document"),
    ("a.xlsx", office("xl/workbook.xml"), f"{OOXML}spreadsheetml.sheet"),
    ("a.pptx", office("ppt/presentation.xml"), f"{OOXML}presentationml.presentation"),
    ("a.odt", packed(mimetype=f"{ODF}text"), f"{ODF}text"),
    ("a.ods", packed(mimetype=f"{ODF}spreadsheet"), f"{ODF}spreadsheet"),
    ("a.odp", packed(mimetype=f"{ODF}presentation"), f"{ODF}presentation"),
    ("a.txt", "Two pumps, 40 hours. — Ostrand\n".encode(), "text/plain"),
    ("a.txt", "Schöne Grüße".encode("utf-16"), "text/plain"),
    ("a.txt", "Two pumps – 40 hours, said the board’s secretary".encode("cp1252"), "text/plain"),
    ("a.csv", b"pump,hours\nA,40\n", "text/csv"),
    ("a.srt", SUBTITLES.encode(), "application/x-subrip"),
    ("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:04.000\nThe pumps were new.\n", "text/vtt"),
]


@pytest.mark.parametrize(
    ("name", "data", "media_type"), KNOWN, ids=[f"{n}{name}" for n, (name, *_) in enumerate(KNOWN)]
)
def test_a_kind_is_known_by_its_bytes(name, data, media_type):
    kind = kind_of(data, name)
    assert kind is not None and kind.media_type == media_type
    assert "." + name.rpartition(".")[2] in kind.endings and set(kind.endings) <= set(KEPT)


@pytest.mark.parametrize(("name", "data", "media_type"), [row for row in KNOWN if not row[2].startswith("text/")])
def test_a_name_does_not_make_another_kind_of_it(name, data, media_type):
    kind = kind_of(data, "holiday.txt")
    assert kind is not None and kind.media_type in (media_type, "text/plain")
    assert kind.media_type == media_type or media_type == "application/x-subrip"


UNKNOWN = {
    "a page": b"<!doctype html><p>The pump</p>",
    "a page behind a comment and a mark": b"\xef\xbb\xbf \n<!-- x -->\n<HTML><script>alert(1)</script>",
    "a drawing": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "a drawing behind a declaration": b'<?xml version="1.0"?><svg/>',
    "a page in UTF-16": "<html><p>The pump</p>".encode("utf-16"),
    "a script": b"#!/bin/sh\nrm -r .\n",
    "a batch": b"@echo off\r\ndel *\r\n",
    "a program of Windows": b"MZ\x90\0\x03\0\0\0" + b"\0" * 60,
    "a program of Linux": b"\x7fELF\x02\x01\x01" + b"\0" * 60,
    "PostScript": b"%!PS-Adobe-3.0\n",
    "an archive": packed(**{"a.txt": "words"}),
    "a program of Java": packed(**{"META-INF/MANIFEST.MF": "x"}),
    "a document with macros": office("word/document.xml", **{"word/vbaProject.bin": "x"}),
    "a broken archive": b"PK\x03\x04" + b"\0" * 40,
    "an archive of too many parts": office("word/document.xml") + b"PK\x01\x02" * 2001,
    "a book": packed(mimetype="application/epub+zip"),
    "an OpenDocument that lies": packed(mimetype=f"{ODF}text" + "x" * 200),
    "an old spreadsheet, or an installer": SPREADSHEET,
    "a picture of a phone": iso(b"heic"),
    "a film of another kind": b"\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska",
    "a RIFF of another kind": b"RIFF\x24\0\0\0AVI LIST",
    "bytes": bytes(range(256)),
    "a NUL": b"words\0words",
    "an escape": b"words \x1b[2J words",
    "UTF-16 without its mark": "The pump".encode("utf-16-le"),
    "text in no encoding": b"The pump \x81\x8d\x8f",
    "a truncated picture": b"\x89PNG",
}


@pytest.mark.parametrize("data", UNKNOWN.values(), ids=UNKNOWN)
@pytest.mark.parametrize("name", ["", "a.txt", "a.pdf"])
def test_everything_else_is_nothing(data, name):
    assert kind_of(data, name) is None
