"""Which machines the server may ask for a page, and the one connection to a machine whose address was checked."""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Addresses in these carry another one inside, which may be anybody's; or Python 3.11 calls them global.
TUNNELS = [ipaddress.ip_network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")]
LOCAL = [ipaddress.ip_network(net) for net in ("192.0.0.0/24", "fec0::/10")]


class Net(NamedTuple):
    """How names become addresses, and addresses connections. Another one is given for tests alone."""

    resolve: Callable[[str, int], Sequence[str]]
    connect: Callable[[str, int, float], socket.socket]


def resolve(host: str, port: int) -> list[str]:
    """All addresses of a host, as the machine's resolver has them."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def connect(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), timeout=seconds)


INTERNET = Net(resolve, connect)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet: no private, local, mapped, tunnelled or reserved one."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False  # with a zone, for one: fe80::1%eth0
    if isinstance(found, ipaddress.IPv6Address) and (found.ipv4_mapped or any(found in net for net in TUNNELS)):
        return False
    return not any(found in net for net in LOCAL) and found.is_global and not (found.is_multicast or found.is_reserved)


def pinned(host: str, port: int, *, net: Net, seconds: float) -> str:
    """The one address that is then connected to, resolved once; `ValidationError` unless all of them are public."""
    found: list[str] = []

    def ask() -> None:
        try:
            found.extend(net.resolve(host, port))
        except (OSError, UnicodeError):
            return

    asking = Thread(target=ask, daemon=True)  # a resolver has no time limit of its own
    asking.start()
    asking.join(max(seconds, 0))
    addresses = list(found)
    if not addresses:
        raise ValidationError(_("No machine was found under the name “%s”.") % host[:100])
    if not all(map(is_public, addresses)):
        raise ValidationError(_("“%s” is not on the open internet: no page is fetched from there.") % host[:100])
    return addresses[0]


class Pinned(http.client.HTTPConnection):
    """A connection to a checked address, whatever the name resolves to by now; certificates are for the name."""

    def __init__(self, scheme: str, host: str, address: str, *, net: Net, seconds: float) -> None:
        super().__init__(host, 443 if scheme == "https" else 80, timeout=seconds)
        self.default_port = self.port  # a usual one is not named in what is asked
        self.scheme, self.address, self.net, self.seconds = scheme, address, net, seconds
        self.wire: socket.socket | None = None  # a second handle: `sock` changes hands within http.client and ssl
        self.over = False

    def connect(self) -> None:
        self.sock = self.net.connect(self.address, self.port, self.seconds)
        self.wire = self.sock.dup()
        if self.over:  # cut before there was anything to cut
            raise TimeoutError
        if self.scheme == "https":
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)

    def cut(self) -> None:
        """End the connection in the middle of whatever it is doing, from another thread."""
        self.over = True
        with suppress(OSError):
            if self.wire:
                self.wire.shutdown(socket.SHUT_RDWR)

    def hang_up(self) -> None:
        """Let go of the connection for good."""
        self.close()
        if self.wire:
            self.wire.close()
