"""What a form offers to choose from: encodings and languages."""

from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as lazy

# Python's name of each encoding that a person can name, and what people call it.
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 little-endian",
    "utf-16-be": "UTF-16 big-endian",
    "cp1252": lazy("Windows-1252 (Western Europe)"),
    "cp1250": lazy("Windows-1250 (Central Europe)"),
    "cp1251": lazy("Windows-1251 (Cyrillic)"),
    "cp1253": lazy("Windows-1253 (Greek)"),
    "cp1254": lazy("Windows-1254 (Turkish)"),
    "cp1255": lazy("Windows-1255 (Hebrew)"),
    "cp1256": lazy("Windows-1256 (Arabic)"),
    "cp1257": lazy("Windows-1257 (Baltic)"),
    "iso8859-1": "ISO 8859-1",
    "iso8859-2": "ISO 8859-2",
    "iso8859-15": "ISO 8859-15",
    "mac-roman": "Mac Roman",
    "koi8-r": "KOI8-R",
    "koi8-u": "KOI8-U",
    "shift_jis": "Shift JIS",
    "euc_jp": "EUC-JP",
    "euc_kr": "EUC-KR",
    "gb18030": "GB 18030",
    "big5": "Big5",
}
LANGUAGES = "ar cs da de el en es et fi fr he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sv tr uk zh-hans"


def language_name(tag: str) -> str:
    """The name of one of them, e.g. "German"."""
    return str(get_language_info(tag)["name_translated"])


def spoken_languages() -> list[tuple[str, str]]:
    """Code and name of each language that a story may be in, by name."""
    named = ((code, language_name(code)) for code in LANGUAGES.split())
    return sorted(named, key=lambda pair: pair[1])
