"""Fetching over https against a real TLS server on this machine, with certificates made for the test."""

import socket
import ssl
from pathlib import Path
from typing import Any

import pytest

from newsroom.domain.fetching import Fetched, fetch
from newsroom.domain.reaching import Net
from tests import factories
from tests.domain.certificates import DAY, NOW, Authority
from tests.domain.site import OK, PAGE, PUBLIC, Site
from tests.domain.test_fetching import leading_to, refusal

pytestmark = pytest.mark.django_db
ADDRESS = "https://post.example/"


class Safe(Site):
    """The same server behind TLS, and the names that it was asked for; `says` and `asked` are what came through it."""

    def __init__(self, certificate: Path) -> None:
        self.named: list[str] = []
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate)
        self.context.sni_callback = lambda _wire, name, _context: self.named.append(name)  # type: ignore[assignment]
        super().__init__()

    def answer(self, peer: socket.socket) -> None:
        try:
            safe = self.context.wrap_socket(peer, server_side=True)
        except OSError:  # the other side did not like the certificate
            peer.close()
            return
        super().answer(safe)


@pytest.fixture
def authority(tmp_path, monkeypatch) -> Authority:
    """An authority that this machine trusts for the time of a test."""
    authority = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
    return authority


@pytest.fixture
def serve(settings):
    """`serve(certificate)`: a server with it, gone after the test."""
    settings.FETCH_ADDRESSES = True
    sites = []

    def serve(certificate: Path) -> Safe:
        sites.append(Safe(certificate))
        sites[-1].says["/"] = OK + b"\r\n" + PAGE
        return sites[-1]

    yield serve
    for site in sites:
        site.listener.close()


def get(site: Safe, address: str = ADDRESS, **options: Any) -> Fetched:
    return fetch(address, by=factories.user("editor"), net=Net(site.resolve, site.connect), **options)


def test_a_page_comes_over_https_from_the_machine_whose_address_was_checked(serve, authority):
    site = serve(authority.certify("post.example"))
    site.names["post.example"] = [[PUBLIC], ["127.0.0.1"]]
    page = get(site)
    assert (page.data, page.address, page.charset) == (PAGE, ADDRESS, "utf-8")
    assert (site.connected, site.named) == ([PUBLIC], ["post.example"])
    assert site.asked[0].startswith("GET / HTTP/1.1\r\nHost: post.example\r\n")


@pytest.mark.parametrize("host", ["other.example", "post.example.evil.example", "www.post.example"])
def test_a_certificate_for_another_name_is_refused_before_anything_is_asked(serve, authority, host):
    site = serve(authority.certify("post.example"))
    assert f"The certificate of “{host}” does not hold" in refusal(get, site, f"https://{host}/")
    assert site.connected == [PUBLIC] and site.asked == []


def test_a_certificate_that_ran_out_is_refused(serve, authority):
    site = serve(authority.certify("post.example", until=NOW - DAY))
    assert "does not hold" in refusal(get, site)
    assert site.asked == []


def test_a_certificate_that_nobody_vouches_for_is_refused(serve, tmp_path):
    site = serve(Authority(tmp_path).certify("post.example"))
    assert "does not hold" in refusal(get, site)
    assert site.asked == []


def test_a_redirect_is_checked_and_certified_anew(serve, authority):
    site = serve(authority.certify("post.example", "www.post.example"))
    site.says["/a"] = leading_to("https://www.post.example/")
    assert get(site, f"{ADDRESS}a").address == "https://www.post.example/"
    assert site.named == ["post.example", "www.post.example"]
    site.says["/b"] = leading_to("https://other.example/")
    assert "does not hold" in refusal(get, site, f"{ADDRESS}b")
    site.names["inside.example"] = [["10.0.0.7"]]
    site.says["/c"] = leading_to("https://inside.example/")
    assert "not on the open internet" in refusal(get, site, f"{ADDRESS}c")
    site.says["/d"] = leading_to("https://post.example:8443/")
    assert "a port of its own" in refusal(get, site, f"{ADDRESS}d")
    assert set(site.connected) == {PUBLIC} and "inside.example" not in site.named


def test_a_machine_that_never_shakes_hands_is_not_waited_for(serve, authority, monkeypatch):
    site = serve(authority.certify("post.example"))
    monkeypatch.setattr(site, "answer", lambda peer: peer.recv(100_000) and peer.recv(1))
    assert "took too long" in refusal(get, site, seconds=0.4)
