"""The addresses that HTML links to, as far as they lead to a page."""

import re
from urllib.parse import parse_qs, urljoin, urlsplit

LONGEST = 2_000
UNSEEN = re.compile("[\x00-\x20\x7f]+")


def address(href: str, *, base: str = "") -> str:
    """Where a link leads, or "" when that is no page on the web (a script, a mail address, a place on this page).

    A relative link is read from `base`; Google's detour through its own address is taken out.
    """
    href = UNSEEN.sub("", href)
    if not href or href.startswith("#") or len(href) > LONGEST:
        return ""
    try:
        whole = urljoin(base, href)
        parts = urlsplit(whole)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return ""
        if re.fullmatch(r"(?:www\.)?google\.[a-z.]{2,6}", parts.hostname) and parts.path == "/url":
            query = parse_qs(parts.query, max_num_fields=20)
            return address((query.get("q") or query.get("url") or [""])[0])
    except ValueError:
        return ""
    return whole
