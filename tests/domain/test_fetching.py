"""Fetching by address against a real server on this machine; only names, and the way to a public address, are stubs."""

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain.fetching import LARGEST, fetch
from newsroom.domain.importing import Details, import_article
from newsroom.domain.permissions import Denied
from newsroom.domain.reaching import Net
from newsroom.formats import html
from newsroom.models import Capture, Event, User
from tests import factories
from tests.domain.site import OK, PAGE, PUBLIC, Site

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(settings) -> Iterator[Site]:
    settings.FETCH_ADDRESSES = True
    site = Site()
    site.says["/"] = OK + b"\r\n" + PAGE
    yield site
    site.listener.close()


@pytest.fixture
def editor() -> User:
    return factories.user("editor")


@pytest.fixture
def get(site, editor):
    def get(address="http://post.example/", by=None, **options):
        return fetch(address, by=by or editor, net=Net(site.resolve, site.connect), **options)

    return get


def refusal(get, *args, **options):
    with pytest.raises(ValidationError) as refused:
        get(*args, **options)
    [said] = refused.value.messages
    return said


def leading_to(address: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nLocation: {address}\r\nContent-Length: 0\r\n\r\n".encode()


# --- What comes ---


def test_a_page_comes_with_its_time_hash_and_charset(get, site):
    page = get(" http://post.example/ ")
    assert (page.asked, page.address, page.data, page.charset) == (*["http://post.example/"] * 2, PAGE, "utf-8")
    assert site.connected == [PUBLIC]
    assert site.asked[0].startswith("GET / HTTP/1.1\r\nHost: post.example\r\n")
    assert "Cookie" not in site.asked[0] and "Accept-Encoding: identity" in site.asked[0]


def test_a_redirect_is_followed_and_the_address_that_gave_the_page_is_kept(get, site):
    site.says["/a?b=c%20d"] = leading_to("//www.post.example/")
    page = get("http://post.example/a?b=c%20d#part")
    assert (page.asked, page.address) == ("http://post.example/a?b=c%20d#part", "http://www.post.example/")


def test_what_was_fetched_is_stored_with_the_draft(get, editor):
    page = get()
    document = html.read(page.data, base=page.address)
    article = import_article(document, by=editor, details=Details(), origin=page.address, page=page)
    kept = Capture.objects.get(draft=article.current)
    assert (bytes(kept.data), kept.sha256, kept.at, kept.asked) == (PAGE, page.sha256, page.at, "http://post.example/")
    data = Event.objects.get(chain=f"article:{article.pk}").data
    assert (data["fetched"], data["address"]) == (page.sha256, "http://post.example/")


# --- Who and what may be asked ---


def test_switched_off_or_without_the_right_nothing_is_asked(get, site, settings):
    with pytest.raises(Denied):
        get(by=factories.user("checker"))
    settings.FETCH_ADDRESSES = False
    with pytest.raises(Denied):
        get()
    assert site.connected == []


@pytest.mark.parametrize(
    "address",
    [
        *("", "post.example", "ftp://post.example/", "file:///etc/hostname", "gopher://post.example/", "http://"),
        *("http://[::1", "javascript:alert(1)", "http://post.example/a\r\nX: y", f"http://post.example/{'a' * 2000}"),
        *("http://ada@post.example/", "http://ada:pw@post.example/", "http://@post.example/"),
        *("http://post.example:8080/", "https://post.example:80/", "http://post.example:99999/"),
    ],
)
def test_only_plain_web_addresses_are_asked(get, site, address):
    assert refusal(get, address).endswith((".", "//."))
    assert site.connected == []


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["10.0.0.1"], ["::ffff:127.0.0.1"], ["fe80::1"], [PUBLIC, "192.168.0.1"], ["::1", PUBLIC]],
)
def test_a_name_with_any_address_that_is_not_public_is_refused(get, site, addresses):
    site.names["post.example"] = [addresses]
    assert "not on the open internet" in refusal(get)
    assert site.connected == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "[::ffff:10.0.0.1]", "localhost", "2130706433", "0x7f.1", "127.1"]
)
def test_an_address_in_numbers_is_looked_at_like_any_other(editor, settings, host):
    settings.FETCH_ADDRESSES = True
    said = refusal(lambda address: fetch(address, by=editor), f"http://{host}/")
    assert "not on the open internet" in said or "No machine was found" in said


def test_a_redirect_to_a_private_address_is_refused(get, site):
    site.says["/"] = leading_to("http://inside.example/admin")
    site.names["inside.example"] = [["10.0.0.7"]]
    assert "not on the open internet" in refusal(get)
    assert site.connected == [PUBLIC]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "http://u:p@post.example/",
        "http://post.example:22/",
        "http://[::1",
        "//[no]/",
        "http://[x",
    ],
)
def test_a_redirect_is_checked_like_an_address(get, site, address):
    site.says["/"] = leading_to(address)
    refusal(get)
    assert len(site.connected) == 1


def test_a_name_is_resolved_once_and_the_connection_goes_to_what_was_checked(get, site):
    site.names["post.example"] = [[PUBLIC], ["127.0.0.1"]]
    assert get().data == PAGE
    assert site.connected == [PUBLIC]


def test_a_name_that_turns_private_between_redirects_is_refused(get, site):
    site.names["post.example"] = [[PUBLIC], ["127.0.0.1"]]
    site.says["/a"] = leading_to("/")
    assert "not on the open internet" in refusal(get, "http://post.example/a")
    assert site.connected == [PUBLIC]


def test_a_circle_of_redirects_ends(get, site):
    site.says["/"] = leading_to("/")
    assert "leads on" in refusal(get)
    assert len(site.asked) == 6


def test_an_unknown_name_is_said(get, site):
    site.names["post.example"] = [[]]
    assert "No machine was found under the name “post.example”." in refusal(get)


def test_the_lists_of_hosts_hold_for_what_is_below_them_and_denying_wins(get, site, settings):
    settings.FETCH_ALLOW = ["post.example"]
    assert get("http://www.post.example/").data == PAGE
    assert "nothing from" in refusal(get, "http://mypost.example/")
    settings.FETCH_DENY = ["www.post.example"]
    assert "nothing from" in refusal(get, "http://WWW.post.example./")
    site.says["/a"] = leading_to("http://www.post.example/")
    assert "nothing from" in refusal(get, "http://post.example/a")


@pytest.mark.parametrize(
    "host",
    [
        "ｐｏｓｔ.example",
        "www。post。example",
        "post.example。",
        "POST．EXAMPLE",
        "bücher.example",
        "xn--bcher-kva.example",
    ],
)
def test_a_host_that_is_denied_is_denied_in_every_spelling_that_leads_there(get, site, settings, host):
    settings.FETCH_DENY = ["post.example", "Bücher.example"]
    assert "nothing from" in refusal(get, f"http://{host}/")
    assert site.connected == []


def test_a_host_that_is_allowed_is_allowed_in_every_spelling(get, site, settings):
    settings.FETCH_ALLOW = ["bücher.example"]
    assert get("http://xn--bcher-kva.example/").data == PAGE
    assert "nothing from" in refusal(get, "http://buecher.example/")


# --- What is not taken ---


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\nx", "answered 404"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF", "no HTML page"),
        (b"HTTP/1.1 200 OK\r\n\r\n<p>x", "no HTML page"),
        (OK + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b", "compressed"),
        (OK + b"\r\n" + b"a" * (LARGEST + 1), "larger than 2 MB"),
        (OK + b"Content-Length: 9000000000\r\n\r\n" + b"a" * 2_100_000, "larger than 2 MB"),
        (OK + b"Content-Length: 500\r\n\r\nshort", "broke off"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\nffff\r\nshort", "broke off"),
        (b"nonsense\r\n\r\n", "broke off"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", "broke off"),
        (b"", "broke off"),
    ],
)
def test_other_answers_are_refused_in_a_sentence(get, site, answer, said):
    site.says["/"] = answer
    assert said in refusal(get)


def drip(start: bytes) -> Callable[[socket.socket], None]:
    """A server that never ends, a little at a time."""

    def say(peer: socket.socket) -> None:
        peer.sendall(start)
        while True:
            peer.sendall(b"a")
            time.sleep(0.02)

    return say


def silence(peer: socket.socket) -> None:
    peer.recv(1)


@pytest.mark.parametrize(
    "answer",
    [silence, drip(b"HTTP/1.1 200 OK\r\nX: "), drip(OK + b"\r\n"), drip(OK + b"Content-Length: 90000\r\n\r\n")],
    ids=["silent", "endless header", "endless page", "slow page"],
)
def test_slow_and_endless_answers_are_cut_off(get, site, answer):
    site.says["/"] = answer
    started = time.monotonic()
    assert "took too long" in refusal(get, seconds=0.4)
    assert time.monotonic() - started < 5


def test_a_name_server_that_never_answers_is_not_waited_for(editor, settings):
    settings.FETCH_ADDRESSES = True
    waiting = threading.Event()
    net = Net(lambda *_name: [str(waiting.wait())], lambda *_where: pytest.fail("connected"))
    with pytest.raises(ValidationError, match="No machine was found"):
        fetch("http://post.example/", by=editor, net=net, seconds=0.2)
    waiting.set()
