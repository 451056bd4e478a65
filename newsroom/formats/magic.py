"""What a file of evidence is: by its bytes, whatever its name says."""

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple

from newsroom.formats.archive import START, Archive
from newsroom.formats.decoding import CONTROLS, MARKS, reads_well
from newsroom.formats.document import Unreadable


class Kind(NamedTuple):
    """A kind of file that is kept: its media type, what people call it, the endings of its name."""

    media_type: str
    name: str
    endings: tuple[str, ...]


def begins(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(starts)


def riff(form: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(b"RIFF") and data[8:12] == form


def iso(*brands: bytes) -> Callable[[bytes], bool]:
    """Whether the bytes are an MP4 container of one of these brands: pictures of phones (HEIC) use it too."""
    return lambda data: data[4:8] == b"ftyp" and data[8:12] in brands


def is_mp3(data: bytes) -> bool:
    """A tag, or the header of a frame: eleven bits set, layer III, a bit rate and a sample rate that exist."""
    if data.startswith(b"ID3"):
        return True
    return (
        len(data) > 3 and (data[0] == 0xFF and data[1] & 0xE6 == 0xE2) and 0x10 <= data[2] < 0xF0 and data[2] & 12 < 12
    )


def is_webm(data: bytes) -> bool:
    return data.startswith(b"\x1a\x45\xdf\xa3") and b"\x42\x82\x84webm" in data[:128]


def is_doc(data: bytes) -> bool:
    """The old container of Office with a Word document in it: installers and spreadsheets use the same container."""
    return data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") and "WordDocument".encode("utf-16-le") in data


# The first that knows the bytes names them.
BINARY: tuple[tuple[Kind, Callable[[bytes], bool]], ...] = (
    (Kind("application/pdf", "PDF", (".pdf",)), begins(b"%PDF-")),
    (Kind("image/png", "PNG", (".png",)), begins(b"\x89PNG\r\n\x1a\n")),
    (Kind("image/jpeg", "JPEG", (".jpg", ".jpeg")), begins(b"\xff\xd8\xff")),
    (Kind("image/gif", "GIF", (".gif",)), begins(b"GIF87a", b"GIF89a")),
    (Kind("image/webp", "WebP", (".webp",)), riff(b"WEBP")),
    (Kind("image/tiff", "TIFF", (".tif", ".tiff")), begins(b"II*\0", b"MM\0*")),
    (Kind("audio/wav", "WAV", (".wav",)), riff(b"WAVE")),
    (Kind("audio/ogg", "Ogg", (".ogg", ".oga", ".opus")), begins(b"OggS\0")),
    (Kind("audio/mp4", "M4A", (".m4a", ".mp4")), iso(b"M4A ", b"M4B ")),
    (
        Kind("video/mp4", "MP4", (".mp4", ".m4v", ".m4a")),
        iso(b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV", b"dash"),
    ),
    (Kind("video/webm", "WebM", (".webm",)), is_webm),
    (Kind("application/msword", "Word (.doc)", (".doc", ".dot")), is_doc),
    (Kind("audio/mpeg", "MP3", (".mp3",)), is_mp3),
)
OOXML, ODF = "application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument."
PARTS = {
    "word/document.xml": Kind(f"{OOXML}wordprocessingml.document", "Word", (".docx",)),
    "xl/workbook.xml": Kind(f"{OOXML}spreadsheetml.sheet", "Excel", (".xlsx",)),
    "ppt/presentation.xml": Kind(f"{OOXML}presentationml.presentation", "PowerPoint", (".pptx",)),
}
OPEN = {
    "text": Kind(f"{ODF}text", "OpenDocument text", (".odt",)),
    "spreadsheet": Kind(f"{ODF}spreadsheet", "OpenDocument spreadsheet", (".ods",)),
    "presentation": Kind(f"{ODF}presentation", "OpenDocument presentation", (".odp",)),
}
TEXT = Kind("text/plain", "plain text", (".txt", ".text"))
CSV = Kind("text/csv", "CSV", (".csv",))
SRT = Kind("application/x-subrip", "SRT", (".srt",))
VTT = Kind("text/vtt", "WebVTT", (".vtt",))
CUE = re.compile(r"\d\d:\d\d:\d\d[,.]\d{3} --> \d\d:")
# Text that a browser or a shell would act on.
ACTS = re.compile(r"\s*(?:<!--.{0,4000}?-->\s*)*(?:<[!?/a-z]|#!|@echo\b|%!ps)", re.IGNORECASE | re.DOTALL)
KINDS = (*(kind for kind, _known in BINARY), *PARTS.values(), *OPEN.values(), TEXT, CSV, SRT, VTT)
KEPT = tuple(dict.fromkeys(ending for kind in KINDS for ending in kind.endings))


def ending_of(name: str) -> str:
    """What a file's name ends in, e.g. ".pdf"; "" for none."""
    return PurePath(name).suffix.lower()


def kind_of(data: bytes, name: str = "") -> Kind | None:
    """What a whole file is, None for anything that is not kept: pages, drawings with script, programs, archives.

    The name only tells apart what is plain text either way. It may still end in something that contradicts the kind.
    """
    for kind, known in BINARY:
        if known(data):
            return kind
    return office(data) if data.startswith(START) else text(data, ending_of(name))


def office(data: bytes) -> Kind | None:
    """The kind of office file that a zip is; None for other zips, and for one with macros in it."""
    try:
        package = Archive(data)
        if "[Content_Types].xml" in package:
            return next((kind for part, kind in PARTS.items() if part in package), None)
        said = package.read("mimetype").decode("ascii", "replace").strip()
    except Unreadable:
        return None
    return OPEN.get(said.removeprefix(ODF)) if said.startswith(ODF) else None


def text(data: bytes, ending: str) -> Kind | None:
    """The kind of plain text, in UTF-8, in UTF-16 or 32 with a byte order mark, or in Windows-1252; None for others."""
    words = decoded(data)
    if words is None or CONTROLS.search(words) or ACTS.match(words):
        return None
    if words.startswith("WEBVTT"):
        return VTT
    if ending == ".srt" and CUE.search(words[:4000]):
        return SRT
    return CSV if ending == ".csv" else TEXT


def decoded(data: bytes) -> str | None:
    mark, codec = next((pair for pair in MARKS if data.startswith(pair[0])), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(codec)
    except UnicodeDecodeError:
        return data.decode("cp1252") if not mark and reads_well(data) else None
