"""The production servers, as `make run` starts them."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from socket import socket

BIN = Path(sys.executable).parent
SERVERS = {
    "gunicorn": (
        "gunicorn", "newsroom.wsgi", "--bind", "127.0.0.1:{port}", "--worker-class", "gthread", "--workers", "2",
        "--threads", "4", "--timeout", "120", "--no-control-socket", "--log-level", "warning",
    ),
    "granian": (
        "granian", "newsroom.wsgi:application", "--interface", "wsgi", "--host", "127.0.0.1", "--port", "{port}",
        "--workers", "2", "--blocking-threads", "4", "--no-ws", "--log-level", "warning",
    ),
}  # fmt: skip


def free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(server: str, environment: Mapping[str, str]) -> Iterator[int]:
    """The server on a free port, ended at the end; yields the port once it answers."""
    port = free_port()
    program, *arguments = (part.format(port=port) for part in SERVERS[server])
    process = subprocess.Popen([BIN / program, *arguments], env={**os.environ, **environment})
    try:
        wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(30)


def wait_for(port: int, seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/accounts/login/")
            response = connection.getresponse()
        except OSError:
            time.sleep(0.1)
        else:
            if response.status == 200:
                return
            break
    raise SystemExit("The server did not come up.")
