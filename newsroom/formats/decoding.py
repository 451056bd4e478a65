"""Bytes to text: an encoding is declared, named or confirmed, never guessed."""

import codecs
import contextlib
import re

import charset_normalizer

from newsroom.formats.document import Unreadable

LIMIT = 2_000_000
PREVIEW = 400

# UTF-32 first: its little-endian mark begins with the one of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def decode(data: bytes, *, encoding: str | None = None) -> str:
    """The text of a file, never guessed: UTF-8, or UTF-16 or 32 with a byte order mark, or what the person named.

    `Unreadable` says why not: bytes that are not in the encoding (with the position of the first and, where one
    fits, an encoding to confirm), an unknown encoding, a NUL, nothing but white space, or over `LIMIT` bytes of UTF-8.
    """
    if len(data) > 4 * LIMIT + 4:
        raise too_long()
    text = strictly(data, encoding) if encoding else declared(data)
    if "\0" in text:
        raise not_text(data)
    if not text.replace("\ufeff", "").strip():
        raise Unreadable("empty")
    if len(text) * 4 > LIMIT and len(text.encode("utf-8", "surrogatepass")) > LIMIT:
        raise too_long()
    return text


def too_long() -> Unreadable:
    return Unreadable("too-long", limit=LIMIT)


def not_text(data: bytes) -> Unreadable:
    """What to tell the person about a NUL; UTF-16 without its mark is full of them, and is proposed."""
    at = data.index(0)
    odd, even = data[1:2000:2].count(0), data[0:2000:2].count(0)
    proposal = ("utf-16-le" if odd > even else "utf-16-be") if abs(odd - even) * 4 > len(data[:2000]) else ""
    preview = data[: 2 * PREVIEW].decode(proposal, "replace") if proposal else ""
    return Unreadable("nul", position=at, encoding=proposal, preview=preview)


def declared(data: bytes) -> str:
    """The text in the encoding that its first bytes declare, UTF-8 when they declare none."""
    mark, codec = next((pair for pair in MARKS if data.startswith(pair[0])), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        proposal = proposed(data) if codec == "utf-8" else ""
        raise refused(data, len(mark) + error.start, codec, proposal) from error


def strictly(data: bytes, encoding: str) -> str:
    """The text in an encoding that a person named; a byte order mark is no part of it."""
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise refused(data, error.start, encoding, "") from error
    except (LookupError, ValueError) as error:
        raise Unreadable("unknown-encoding", name=encoding[:40]) from error


def refused(data: bytes, position: int, encoding: str, proposal: str) -> Unreadable:
    """What to tell the person about bytes that are not in the encoding."""
    at = min(position, len(data) - 1)
    code = "other-encoding" if proposal else "bad-bytes"
    preview = data.decode(proposal, "replace")[:PREVIEW] if proposal else ""
    return Unreadable(
        code, position=at, encoding=proposal, preview=preview, name=encoding.upper(), byte=f"{data[at]:02x}"
    )


def proposed(data: bytes) -> str:
    """An encoding for a person to confirm: Windows-1252 when that reads like text, else the likeliest, else ""."""
    if reads_well(data):
        return "cp1252"
    found = list(charset_normalizer.from_bytes(data[:50_000]))
    usual = [match for match in found if match.encoding.startswith("cp125") and match.chaos <= found[0].chaos]
    for match in usual + found:
        with contextlib.suppress(UnicodeDecodeError):
            if "\0" not in data.decode(match.encoding):
                return match.encoding
    return ""


def reads_well(data: bytes) -> bool:
    """Whether the bytes are Windows-1252 with mostly plain letters and no control characters."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    beyond = sum(1 for character in text if character > "\x7f")
    return not CONTROLS.search(text) and beyond * 5 <= len(text)
