"""What all stories of one .docx share while they are read: how to read, and what was met on the way."""

from newsroom.formats.decoding import LIMIT, too_long
from newsroom.formats.document import Unreadable
from newsroom.formats.docx.changes import Changes
from newsroom.formats.docx.losses import Losses
from newsroom.formats.docx.styles import Styles

LONGEST_PARAGRAPH = 100_000


class Reading:
    """The body, each note and each text box are stories of their own; styles, changes and losses are the file's."""

    def __init__(self, styles: Styles, *, rejected: bool) -> None:
        self.styles = styles
        self.changes = Changes(rejected=rejected)
        self.losses = Losses()
        self.labels: dict[str, str] = {}  # the words of each chart and diagram, by its part
        self.said = 0

    def count(self, text: str) -> None:
        """Bear in mind how much text there was in all; `Unreadable` when it is more than a story may have."""
        self.said += len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
        if self.said > LIMIT:
            raise too_long()


class Block:
    """A paragraph on its way in: what it looks like ("paragraph", "title", "table cell" …) and its words."""

    def __init__(self, look: str) -> None:
        self.look = look
        self.texts: list[str] = []
        self.length = 0

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def add(self, text: str) -> None:
        self.texts.append(text)
        self.length += len(text)
        if self.length > LONGEST_PARAGRAPH:
            raise Unreadable("long-paragraph", limit=LONGEST_PARAGRAPH)
