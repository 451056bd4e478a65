"""A zip that a story comes in: guarded, read in memory, inflated only entry by entry and only as far as it is sane."""

import io
import re
import struct
import zlib
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from newsroom.formats.document import Unreadable

START = b"PK\x03\x04"
MOST_BYTES = 25_000_000
MOST_ENTRIES = 2_000
MOST_UNPACKED = 200_000_000
LARGEST_PART = 20_000_000
MOST_READ = 40_000_000
RATIO = 200
RATIO_FROM = 1_000_000
CHUNK = 1 << 16
ENTRY = b"PK\x01\x02"

OUTSIDE = re.compile(r"(?:\A|/)\.\.?(?:/|\Z)|\A/|\\|\A[A-Za-z]:|[\x00-\x1f]|//")
BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


class Archive:
    """The entries of a zip by name. `Unreadable`, here and in `read`, when the file is no zip, unsafe or broken."""

    def __init__(self, data: bytes) -> None:
        if len(data) > MOST_BYTES:
            raise Unreadable("too-large", limit=MOST_BYTES)
        if not data.startswith(START):
            raise Unreadable("no-zip")
        if data.count(ENTRY) > MOST_ENTRIES:  # before each of them becomes an object
            raise Unreadable("too-many-parts", limit=MOST_ENTRIES)
        try:
            self.zip = ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise Unreadable("damaged") from error
        self.left = MOST_READ
        self.entries: dict[str, ZipInfo] = {}
        for entry in self.zip.infolist():
            self.admit(entry)
        if sum(entry.file_size for entry in self.entries.values()) > MOST_UNPACKED:
            raise Unreadable("bomb")

    def admit(self, entry: ZipInfo) -> None:
        """Take one entry into the list, or refuse the whole file because of it."""
        name = entry.filename.casefold()
        if OUTSIDE.search(entry.orig_filename.rstrip("/")):
            raise Unreadable("leads-out")
        if name in self.entries:
            raise Unreadable("same-name")
        if entry.flag_bits & 0x1:
            raise Unreadable("locked")
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Unreadable("packing")
        if name.endswith("vbaproject.bin"):
            raise Unreadable("macros")
        self.entries[name] = entry

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self.entries

    def read(self, name: str) -> bytes:
        """The bytes of one entry; one that is not there is a damaged file."""
        entry = self.entries.get(name.casefold())
        if entry is None:
            raise Unreadable("damaged")
        try:
            return b"".join(self.inflated(entry))
        except BROKEN as error:
            raise error if isinstance(error, Unreadable) else Unreadable("damaged") from error

    def inflated(self, entry: ZipInfo) -> Iterator[bytes]:
        """The bytes of one entry, counted as they come: what the zip says about their number is not believed."""
        size = 0
        with self.zip.open(entry) as file:
            while chunk := file.read(CHUNK):
                size += len(chunk)
                self.left -= len(chunk)
                if size > LARGEST_PART or self.left < 0 or size > max(RATIO_FROM, RATIO * entry.compress_size):
                    raise Unreadable("bomb")
                yield chunk
