"""Promise 6: a mark that the browser saw confirmed survives `kill -9` of the server.

A real server process with a database of its own, killed as soon as it has answered.
"""

import http.client
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PREPARE = """
from django.test import Client
from tests import factories
checker = factories.user("checker")
claim = factories.claim(factories.article())
client = Client()
client.force_login(checker)
print(client.cookies["sessionid"].value, claim.pk, claim.anchor_id)
"""


def run(environment: dict[str, str], *arguments: str, stdin: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        input=stdin,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    database = f"sqlite:///{tmp_path / 'killed.sqlite3'}"
    return {**os.environ, "DATABASE_URL": database, "SECRET_KEY": "for this test", "HTTPS": "false"}


@pytest.fixture
def server(environment: dict[str, str]) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A server process group on a port of its own, answering."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = ["gunicorn", "newsroom.wsgi", "--bind", f"127.0.0.1:{port}", "--no-control-socket", "--workers", "2"]
    process = subprocess.Popen([sys.executable, "-m", *command], cwd=ROOT, env=environment, start_new_session=True)
    while process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield process, port
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_confirmed_mark_survives_kill_9(environment: dict[str, str], server, tmp_path: Path) -> None:
    run(environment, "migrate", "--verbosity", "0")
    session, claim, anchor = run(environment, "shell", "--verbosity", "0", stdin=PREPARE).split()
    process, port = server
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    token = "a" * 32
    fields = {
        "anchor": anchor,
        "number": "0",
        "key": "0b0f5c6e-1f1d-4a39-9d1c-0e6d0a2f9b11",
        "verdict": "sourced",
        "comment": "Seen in the harbour log.",
        "csrfmiddlewaretoken": token,
    }
    headers = {
        "Cookie": f"sessionid={session}; csrftoken={token}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    connection.request("POST", f"/claims/{claim}/mark/", urllib.parse.urlencode(fields), headers)
    status = connection.getresponse().status
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert status == 303
    with sqlite3.connect(tmp_path / "killed.sqlite3") as database:
        rows = database.execute("SELECT verdict, comment FROM newsroom_review").fetchall()
        standing = database.execute("SELECT standing FROM newsroom_claim WHERE id = ?", [claim]).fetchall()
    database.close()
    assert rows == [("sourced", "Seen in the harbour log.")]
    assert standing == [("sourced",)]
    assert "chains verify" in run(environment, "verify_events")
