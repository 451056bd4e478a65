"""Plain text: bytes to words, words to headline, date and paragraphs."""

import codecs
import contextlib
import datetime
import re
from collections.abc import Iterator

import charset_normalizer

from newsroom.formats.document import Document, Piece, Unreadable
from newsroom.text.canonical import normalise

LIMIT = 2_000_000
PREVIEW = 400
HEADLINE = 200
HEADING = 90

# UTF-32 first: its little-endian mark begins with the one of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DATED = re.compile(r"(?:date[ :]+)?([0-9]{4})-([0-9]{2})-([0-9]{2})(?![\w-])[ ]*[:–—-]?[ ]*", re.IGNORECASE)
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
ENDS = re.compile(r"[.;:,…。][\"”’»“)\]]*\Z")
HEADLINE_STOPS = re.compile(r"(?<![A-Z])\.[\"”’»“)\]]*\Z|[;,。]\Z")


def read(data: bytes, *, encoding: str | None = None) -> Document:
    """The story in the bytes of a text file; `Unreadable` as `decode` raises it."""
    return parse(decode(data, encoding=encoding))


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
        raise Unreadable("There are no words in it.")
    if len(text) * 4 > LIMIT and len(text.encode("utf-8", "surrogatepass")) > LIMIT:
        raise too_long()
    return text


def too_long() -> Unreadable:
    return Unreadable(f"It is longer than {LIMIT:,} bytes of UTF-8, the most that one story may have.")


def not_text(data: bytes) -> Unreadable:
    """What to tell the person about a NUL; UTF-16 without its mark is full of them, and is proposed."""
    at = data.index(0)
    odd, even = data[1:2000:2].count(0), data[0:2000:2].count(0)
    proposal = ("utf-16-le" if odd > even else "utf-16-be") if abs(odd - even) * 4 > len(data[:2000]) else ""
    preview = data[: 2 * PREVIEW].decode(proposal, "replace") if proposal else ""
    message = f"There is a NUL at byte {at} (0x00): this is no plain text."
    return Unreadable(message, position=at, encoding=proposal, preview=preview)


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
        raise Unreadable(f"“{encoding[:40]}” is not the name of a text encoding.") from error


def refused(data: bytes, position: int, encoding: str, proposal: str) -> Unreadable:
    """What to tell the person about bytes that are not in the encoding."""
    at = min(position, len(data) - 1)
    message = f"It is not {encoding.upper()}: byte {at} (0x{data[at]:02x}) does not belong there."
    if proposal:
        message += f" It may be {proposal}: look at the words and confirm, or name another encoding."
    preview = data.decode(proposal, "replace")[:PREVIEW] if proposal else ""
    return Unreadable(message, position=at, encoding=proposal, preview=preview)


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


def parse(text: str) -> Document:
    """Headline, date and blocks of plain text; a blank line parts blocks, and no word is lost.

    The first line may carry a date (`date 2025-03-24 Words` or `2025-03-24 Words`). It is the headline when it is
    a block of one line of at most 200 characters that does not end like a sentence, and text follows.
    """
    first, *blocks = normalise(text).split("\n\n")
    date, first = dated(first)
    if not first and blocks:
        first, *blocks = blocks
    line, *rest = first.split("\n", 1)
    if (rest or blocks) and is_headline(line, alone=not rest, dated=date is not None):
        return Document(line, date, tuple(pieces([*rest, *blocks])))
    return Document("", date, tuple(pieces([first, *blocks])))


def dated(block: str) -> tuple[datetime.date | None, str]:
    """The date that a block begins with and the words after it; a date that no calendar has stays words."""
    found = DATED.match(block)
    if not found:
        return None, block
    try:
        return datetime.date(*map(int, found.groups())), block[found.end() :].lstrip()
    except ValueError:
        return None, block


def is_headline(line: str, *, alone: bool, dated: bool) -> bool:
    """Whether a first line is a headline; one with text in the line below it only if it came with a date."""
    return (alone or dated) and 0 < len(line) <= HEADLINE and not HEADLINE_STOPS.search(line)


def pieces(blocks: list[str]) -> Iterator[Piece]:
    """The body's blocks: a short line without a sentence's end, with text before and after it, is a heading."""
    last = len(blocks) - 1
    for place, block in enumerate(blocks):
        if block:
            kind = "heading" if 0 < place < last and is_heading(block) else "paragraph"
            yield Piece("body", kind, block)


def is_heading(block: str) -> bool:
    plain = block[0] not in '"“‘„«「—–-•*' and not block[0].islower()
    return plain and "\n" not in block and len(block) <= HEADING and not ENDS.search(block)
