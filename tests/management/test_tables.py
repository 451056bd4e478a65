"""The README carries the two tables as the code has them."""

from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from newsroom.management.commands.tables import permissions_table, status_table

README = (Path(settings.BASE_DIR) / "README.md").read_text()


def test_readme_has_the_permission_table() -> None:
    assert permissions_table() in README


def test_readme_has_the_moves() -> None:
    assert status_table() in README


def test_command_prints_both() -> None:
    out = StringIO()
    call_command("tables", stdout=out)
    assert permissions_table() in out.getvalue()
    assert status_table() in out.getvalue()
