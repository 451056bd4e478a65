"""Fetching a story from an address: what the server may ask for, and what it takes."""

import hashlib
import http.client
import ssl
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Timer
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.domain.permissions import Denied, Verb, require
from newsroom.domain.reaching import INTERNET, Net, Pinned, pinned
from newsroom.models import Capture, Draft, User

LARGEST, SECONDS, REDIRECTS = 2_000_000, 10.0, 5
PORTS = {"http": 80, "https": 443}
PLAIN = "/%:@!$&'()*+,;=~-._?"
HEADERS = {"Accept": "text/html", "Accept-Encoding": "identity", "User-Agent": "Newsroom", "Connection": "close"}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: the address asked for and the one that gave it, when, its bytes, the charset it named, and the
    status that the server gave it.
    """

    asked: str
    address: str
    at: datetime
    data: bytes
    charset: str = ""
    status: int = 200

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


class Unfetched(ValidationError):
    """There is no page to be had, in one sentence; `status` is the server's, None where none answered."""

    def __init__(self, message: str, *, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


def fetch(address: str, *, by: User, net: Net = INTERNET, seconds: float = SECONDS) -> Fetched:
    """The page at an address, for a person who may bring stories in; nothing is stored. Refused as `page_at` says."""
    require(by, Verb.IMPORT)
    if not settings.FETCH_ADDRESSES:
        raise Denied(_("Fetching from addresses is switched off on this desk."))
    return page_at(address, net=net, seconds=seconds)


def page_at(address: str, *, net: Net = INTERNET, seconds: float = SECONDS) -> Fetched:
    """The page at an address; the caller has asked whether this person, and this desk, may fetch.

    Refused with a `ValidationError` of one sentence: an address that is no plain http or https one, a host that is
    not allowed or not on the open internet (also after a redirect), too many redirects, anything but `text/html`,
    more than 2 MB, and whatever takes longer than 10 s in all; `Unfetched` for an answer that is no page.
    """
    until = time.monotonic() + seconds
    here = address.strip()
    for _hop in range(REDIRECTS + 1):
        answer = ask(checked(here), net=net, until=until)
        if isinstance(answer, Fetched):
            return replace(answer, asked=address.strip())
        here = onward(here, answer)
    raise ValidationError(_("The address leads on to others more than %d times.") % REDIRECTS)


def checked(address: str) -> SplitResult:
    """The parts of an address that may be asked; `ValidationError` says what is wrong with it."""
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("")
    if parts.scheme not in PORTS or not host or len(address) > 2000 or not address.isprintable():
        raise ValidationError(_("That is no address of a web page: it starts with https:// or http://."))
    if parts.username is not None or parts.password is not None:
        raise ValidationError(_("The address has a name or password in it: leave them out."))
    if port not in (None, PORTS[parts.scheme]):
        raise ValidationError(_("The address names a port of its own: only the usual ones are asked."))
    if among(host, settings.FETCH_DENY) or (settings.FETCH_ALLOW and not among(host, settings.FETCH_ALLOW)):
        raise ValidationError(_("This desk fetches nothing from “%s”.") % host[:100])
    return parts


def onward(here: str, location: str) -> str:
    """Where a redirect leads; what is no address at all stays as it is, and is refused as such."""
    try:
        return urljoin(here, location)
    except ValueError:
        return location


def among(host: str, names: Sequence[str]) -> bool:
    """Whether a host is one of these or below one of them, however each is written."""
    asked = as_looked_up(host)
    return any(asked == name or asked.endswith(f".{name}") for name in map(as_looked_up, names))


def as_looked_up(host: str) -> str:
    """A host as name servers are asked for it: wide letters, other dots and other scripts have one spelling there."""
    try:
        return host.encode("idna").decode().lower().rstrip(".")
    except UnicodeError:  # no name server knows it
        return host.lower()


def ask(parts: SplitResult, *, net: Net, until: float) -> Fetched | str:
    """The page, or the address that the answer leads on to."""
    host = (parts.hostname or "").rstrip(".")
    left = until - time.monotonic()
    machine = pinned(host, PORTS[parts.scheme], net=net, seconds=left)
    connection = Pinned(parts.scheme, host, machine, net=net, seconds=max(0.1, until - time.monotonic()))
    late = Timer(max(0.1, until - time.monotonic()), connection.cut)
    late.start()
    try:
        connection.request("GET", target(parts), headers=HEADERS)
        with closing(connection.getresponse()) as response:
            answer = taken(response, parts.geturl())
        if time.monotonic() >= until:
            raise TimeoutError  # a page without a length ends where it was cut
        return answer
    except (ValidationError, OSError, http.client.HTTPException, UnicodeError) as error:
        if time.monotonic() >= until:
            raise ValidationError(_("“%s” took too long to answer.") % host[:100]) from error
        if isinstance(error, ValidationError):
            raise
        if isinstance(error, ssl.SSLCertVerificationError):
            raise ValidationError(
                _("The certificate of “%s” does not hold: no page is fetched from there.") % host[:100]
            ) from error
        raise ValidationError(_("“%s” could not be reached, or broke off.") % host[:100]) from error
    finally:
        late.cancel()
        connection.hang_up()


def target(parts: SplitResult) -> str:
    """Path and query as a request line takes them."""
    path = quote(parts.path or "/", safe=PLAIN)
    return f"{path}?{quote(parts.query, safe=PLAIN)}" if parts.query else path


def taken(response: http.client.HTTPResponse, address: str) -> Fetched | str:
    """The page in an answer, or where it leads on to; `ValidationError` for any other answer."""
    if response.status in (301, 302, 303, 307, 308) and response.headers["Location"]:
        return str(response.headers["Location"])
    status = response.status
    if status != 200:
        raise Unfetched(_("The address answered %d: there is no page to read.") % status, status=status)
    if response.headers.get_content_type() != "text/html" or not response.headers["Content-Type"]:
        said = _("There is no HTML page at this address: save what is there, and attach it.")
        raise Unfetched(said, status=status)
    if response.headers.get("Content-Encoding", "identity").lower() != "identity":
        said = _("The page was sent compressed although that was not asked for: save it, and attach it.")
        raise Unfetched(said, status=status)
    data = response.read(LARGEST + 1)
    if len(data) > LARGEST:
        said = _("The page is larger than 2 MB: save it, and attach the part with the story.")
        raise Unfetched(said, status=status)
    if response.length:
        raise http.client.IncompleteRead(data)
    return Fetched(address, address, timezone.now(), data, response.headers.get_content_charset() or "")


def capture(draft: Draft, page: Fetched) -> Capture:
    """Keep a page beside the stored draft that was read from it."""
    return Capture.objects.create(
        draft=draft, asked=page.asked, address=page.address, at=page.at, sha256=page.sha256, data=page.data
    )
