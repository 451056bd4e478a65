"""Which addresses are the open internet."""

import socket

import pytest

from newsroom.domain.reaching import Net, Pinned, is_public


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "1.1.1.1"])
def test_the_open_internet_may_be_asked(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "0.1.2.3"),
        *("224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "192.0.0.8"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "fec0::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:1::1"),
        *("localhost", "", "127.1", "0x7f000001"),
    ],
)
def test_private_local_mapped_tunnelled_and_reserved_ones_may_not(address: str) -> None:
    assert not is_public(address)


def test_a_connection_that_was_cut_before_it_stood_is_not_used() -> None:
    """The time can be over just while the machine at the other end answers."""
    here, there = socket.socketpair()
    with here, there:
        net = Net(lambda *_: [], lambda *_: here)
        connection = Pinned("http", "post.example", "93.184.216.34", net=net, seconds=1)
        connection.cut()
        with pytest.raises(TimeoutError):
            connection.connect()
        connection.hang_up()
