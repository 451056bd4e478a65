"""Without a secret key code and migrations can be looked at, and no server starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def keyless(tmp_path: Path) -> dict[str, str]:
    """The environment of a fresh clone, whatever `.env` is here."""
    settings = {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "DATABASE_URL": f"sqlite:///{tmp_path / 'none.sqlite3'}"}
    return {**os.environ, **settings, "SECRET_KEY": ""}


def run(keyless: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=keyless, capture_output=True, text=True)


@pytest.mark.parametrize("command", [("makemigrations", "--check", "--dry-run"), ("check",), ("extract", "--help")])
def test_commands_that_sign_nothing_run(keyless: dict[str, str], command: tuple[str, ...]) -> None:
    done = run(keyless, "manage.py", *command)
    assert done.returncode == 0, done.stderr


def test_no_server_starts(keyless: dict[str, str]) -> None:
    done = run(keyless, "-c", "import newsroom.wsgi")
    assert done.returncode != 0
    assert "The SECRET_KEY setting must not be empty." in done.stderr


def test_with_a_key_it_does(keyless: dict[str, str]) -> None:
    done = run({**keyless, "SECRET_KEY": "for this test"}, "-c", "import newsroom.wsgi")
    assert done.returncode == 0, done.stderr
