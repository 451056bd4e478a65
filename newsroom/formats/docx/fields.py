"""Fields: their codes are no words of the story, their results are; a HYPERLINK field is a link."""

import re
from dataclasses import dataclass, field

from newsroom.formats.docx.marks import Point

HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?!\\)(?:"([^"]+)"|(\S+))')


@dataclass(slots=True)
class Field:
    """A field that has begun: its code so far, and where its result starts once its code has ended."""

    code: list[str] = field(default_factory=list)
    start: Point | None = None

    @property
    def address(self) -> str:
        """Where a HYPERLINK field leads, "" for any other."""
        found = HYPERLINK.match("".join(self.code))
        return (found[1] or found[2]) if found else ""


class Fields:
    """The fields that are open, one within another."""

    def __init__(self) -> None:
        self.open: list[Field] = []
        self.codes = 0

    @property
    def coding(self) -> bool:
        """Whether what is being read is the code of some field, which nobody sees."""
        return self.codes > 0

    def begin(self) -> None:
        self.open.append(Field())
        self.codes += 1

    def code(self, text: str) -> None:
        if self.open:
            self.open[-1].code.append(text)

    def separate(self, point: Point) -> None:
        if self.open and self.open[-1].start is None:
            self.open[-1].start = point
            self.codes -= 1

    def end(self) -> Field | None:
        """Close the innermost field; None when none is open."""
        if not self.open:
            return None
        ended = self.open.pop()
        self.codes -= ended.start is None
        return ended
