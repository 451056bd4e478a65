"""What Google Docs downloads as a web page: a zip with one HTML file, and its images beside it (FORMATS §4)."""

from dataclasses import replace
from pathlib import PurePath

from newsroom.formats import html
from newsroom.formats.archive import Archive
from newsroom.formats.document import Document, Unreadable
from newsroom.formats.notes import Loss

ENDINGS = {".html", ".htm"}
IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp"}  # the HTML shows them, and counts them as lost


def read(data: bytes, *, encoding: str | None = None, rejected: bool = False) -> Document:
    """The story in the one HTML file of a zip, of which nothing else is opened; `Unreadable` says why there is none."""
    archive = Archive(data)
    names = [entry.filename for entry in archive.entries.values() if not entry.is_dir()]
    names = [name for name in names if not name.startswith("__MACOSX/")]  # what a Mac adds when it packs anew
    pages = [name for name in names if ending(name) in ENDINGS]
    if len(pages) != 1:
        raise Unreadable("no-page-in-zip" if not pages else "pages-in-zip", count=len(pages))
    document = html.read(archive.read(pages[0]), encoding=encoding, rejected=rejected)
    others = tuple(name for name in names if name not in pages and ending(name) not in IMAGES)
    lost = (Loss("other files", len(others), others),) if others else ()
    return replace(document, losses=(*document.losses, *lost))


def ending(name: str) -> str:
    return PurePath(name).suffix.lower()
