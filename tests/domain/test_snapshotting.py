"""What a source's address said, against a real server on this machine."""

import hashlib
import socket
from collections.abc import Iterator

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from newsroom.domain import assigning
from newsroom.domain.permissions import Denied, Unseen
from newsroom.domain.reaching import Net
from newsroom.domain.snapshotting import take
from newsroom.models import Access, Event, Evidence, Snapshot, Source, User
from tests import factories
from tests.domain.site import OK, PAGE, Site

pytestmark = pytest.mark.django_db
ADDRESS = "http://post.example/pump"


@pytest.fixture
def site(settings) -> Iterator[Site]:
    settings.FETCH_ADDRESSES = True
    site = Site()
    site.says["/pump"] = OK + b"\r\n" + PAGE
    yield site
    site.listener.close()


@pytest.fixture
def source(checker: User) -> Source:
    return factories.source(by=checker, address=ADDRESS)


def look(site: Site, source: Source, by: User) -> Snapshot:
    return take(source, by=by, net=Net(site.resolve, site.connect))


def test_a_page_is_kept_with_text_status_time_and_hash(site, source, checker):
    shot = look(site, source, checker)
    assert (shot.asked, shot.address, shot.status, shot.failure) == (ADDRESS, ADDRESS, 200, "")
    assert (shot.sha256, shot.text) == (hashlib.sha256(PAGE).hexdigest(), "The pump\n\nIt cost 212,000 crowns.")
    assert shot.by == checker and shot.at
    event = Event.objects.get(verb="take snapshot")
    assert (event.chain, event.object) == ("desk", f"source:{source.pk}")
    words = hashlib.sha256(shot.text.encode()).hexdigest()
    assert event.data == {"snapshot": shot.pk, "status": 200, "sha256": shot.sha256, "words": words, "failed": False}


def test_each_look_is_a_row_of_its_own(site, source, checker):
    look(site, source, checker)
    site.says["/pump"] = OK + b"\r\n" + PAGE.replace(b"212", b"215")
    look(site, source, checker)
    first, second = source.snapshots.all()
    assert "212,000" in first.text and "215,000" in second.text and first.sha256 != second.sha256


def test_where_a_redirect_led_is_kept(site, source, checker):
    site.says["/pump"] = b"HTTP/1.1 301 Moved\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n"
    site.says["/new"] = OK + b"\r\n" + PAGE
    shot = look(site, source, checker)
    assert (shot.asked, shot.address, shot.status) == (ADDRESS, "http://post.example/new", 200)


def answer(status: str, kind: str = "text/html", body: bytes = PAGE) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


@pytest.mark.parametrize(
    ("said", "status", "why"),
    [
        (answer("404 Not Found"), 404, "answered 404"),
        (answer("503 Busy"), 503, "answered 503"),
        (answer("200 OK", "application/pdf"), 200, "no HTML page"),
        (answer("200 OK", body=b"x" * 2_000_001), 200, "larger than 2 MB"),
        (answer("200 OK", "text/html; charset=utf-8", b"<p>\xff\xfe"), 200, "byte 3"),
        (b"", None, "could not be reached, or broke off"),
        (
            b"HTTP/1.1 302 Found\r\nLocation: http://10.0.0.7/\r\nContent-Length: 0\r\n\r\n",
            None,
            "not on the open internet",
        ),
    ],
)
def test_a_failure_is_a_row_that_says_why(site, source, checker, said, status, why):
    site.names["10.0.0.7"] = [["10.0.0.7"]]
    site.says["/pump"] = said
    shot = look(site, source, checker)
    assert shot.pk and shot.status == status and why in shot.failure
    assert (shot.text, shot.sha256) == ("", "")
    assert Event.objects.get(verb="take snapshot").data["failed"]


def test_where_fetching_is_switched_off_the_row_says_so_and_nothing_is_asked(site, source, checker, settings):
    settings.FETCH_ADDRESSES = False
    shot = look(site, source, checker)
    assert (shot.failure, shot.status) == ("the server does not fetch pages here", None)
    assert site.connected == [] == site.asked


def test_signs_that_no_database_keeps_are_replaced(site, source, checker):
    site.says["/pump"] = OK + b"\r\n<!doctype html><h1>The pump</h1><p>It&#0; cost &#xD800; much</p>"
    shot = look(site, source, checker)
    assert "cost" in Snapshot.objects.get(pk=shot.pk).text


def test_who_may(site, source, claim, editor, reporter):
    with pytest.raises(Denied):
        look(site, source, reporter)
    with pytest.raises(ValidationError, match="no address"):
        look(site, factories.source(), editor)
    Evidence.objects.create(claim=claim, source=source, by=editor, role="editor")
    assigning.restrict(claim.article, by=editor, access=Access.RESTRICTED)
    with pytest.raises(Unseen):
        look(site, source, factories.user("checker"))
    assert site.asked == [] and not Snapshot.objects.exists()


def test_nothing_is_locked_while_the_network_takes_its_time(transactional_db, site: Site):
    checker = factories.user("checker")
    source = factories.source(by=checker, address=ADDRESS)
    inside: list[bool] = []

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        inside.append(connection.in_atomic_block)
        return site.connect(address, port, seconds)

    assert take(source, by=checker, net=Net(site.resolve, connect)).status == 200
    assert inside == [False]
