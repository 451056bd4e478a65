"""The zip that a .docx is, and the trees of its parts."""

from xml.etree.ElementTree import Element

from newsroom.formats.archive import Archive
from newsroom.formats.document import Unreadable
from newsroom.formats.docx.trees import tree

MOST_SIGNS = 400_000  # of "<", of which each element has one or two: a long novel with half its words changed


class Package(Archive):
    """The parts of a .docx by name. `Unreadable`, here and in `part`, when the file is no zip, unsafe or broken."""

    signs = MOST_SIGNS

    def part(self, name: str) -> Element:
        """The tree of one part; a part that is not there is a damaged file."""
        data = self.read(name)
        self.signs -= data.count(b"<")
        if self.signs < 0:
            raise Unreadable("nested")
        return tree(data)
