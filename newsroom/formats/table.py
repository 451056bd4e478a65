"""Comma-separated values that a spreadsheet opens as text: UTF-8 with BOM, CRLF, RFC 4180 quoting (FORMATS §7)."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

Cell: TypeAlias = str | int | None

BOM = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
LONGEST = 32_767
CUT = "… [truncated, see dossier]"
# XML 1.0 has no place for these, so no .xlsx made from the same rows could hold them.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Echo:
    """The csv module wants a file; handing each line straight back keeps a long table out of memory."""

    def write(self, line: str) -> str:
        return line


def lines(rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """The rows as the lines of a CSV file, one at a time."""
    writer = csv.writer(Echo(), lineterminator="\r\n")
    yield BOM.encode()
    for row in rows:
        yield writer.writerow([inert(cell) for cell in row]).encode()


def inert(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula, none longer than a spreadsheet can hold."""
    if not isinstance(cell, str):
        return cell
    text = UNWRITABLE.sub("", cell)
    if text.startswith(FORMULA):
        text = f"'{text}"
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT
