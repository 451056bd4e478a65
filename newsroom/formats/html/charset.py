"""The encoding that HTML says it is in; what it does not say is not guessed."""

import re

from newsroom.formats.decoding import MARKS, decode

FAR = 2048  # bytes: a browser looks at half of that
COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
DECLARED = re.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})|^\s*<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
# What the web writes is not always what it means: these are read as browsers read them.
MEANT = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "windows-31j", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "windows-949"), "cp949"),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "utf8"), "utf-8"),  # read as far as here, it cannot be UTF-16
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
}
# Python knows many more, among them some that are no encoding of text or slow to read.
USUAL = re.compile(r"utf-8|iso-8859-\d{1,2}|windows-125\d|cp\d{3,4}|mac_\w+|koi8-[ru]|big5|gb18030|euc-jp|iso-2022-jp")


def text_of(data: bytes, *, encoding: str | None = None) -> str:
    """The characters of an HTML file: in the encoding that a person or the server named, the one of a byte order mark,
    the one that its head declares, else UTF-8. `Unreadable` as `decode` raises it."""
    if encoding is None and not data.startswith(tuple(mark for mark, _codec in MARKS)):
        encoding = declared(data)
    return decode(data, encoding=encoding)


def declared(data: bytes) -> str | None:
    """The encoding in the head of a file, as Python calls it; None for UTF-8 and where nothing is declared."""
    found = DECLARED.search(COMMENT.sub(b"", data[:FAR]))
    return meant((found[1] or found[2]).decode("ascii", "replace")) if found else None


def meant(name: str) -> str | None:
    """Python's name for an encoding that a page or a server names; an odd one is kept, to be refused by its name."""
    label = name.strip().lower()
    codec = MEANT.get(label, label)
    if codec == "utf-8":
        return None
    return codec if USUAL.fullmatch(codec) else f"“{label}”"
