"""`manage.py verify_evidence`."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path


def test_whole_files_verify() -> None:
    factories.attachment(factories.source())
    factories.attachment(factories.source(), data=b"pump,hours", name="log.csv")
    out = StringIO()
    call_command("verify_evidence", stdout=out)
    assert out.getvalue() == "2 files verify.\n"


def test_one_that_can_not_be_read_is_named_and_the_others_are_looked_at(media: Path) -> None:
    unread, whole = factories.attachment(factories.source(), data=b"x,y", name="log.csv"), factories.source()
    factories.attachment(whole)
    place = media / unread.sha256[:2] / unread.sha256
    place.unlink()
    place.mkdir()
    errors = StringIO()
    with pytest.raises(CommandError, match="1 of 2 files are not what was kept"):
        call_command("verify_evidence", stderr=errors)
    assert errors.getvalue() == f"unreadable: {unread.sha256} (file {unread.pk} of source {unread.source_id})\n"


def test_changed_and_missing_ones_are_named(media: Path) -> None:
    changed, missing = (
        factories.attachment(factories.source()),
        factories.attachment(factories.source(), data=b"x,y", name="log.csv"),
    )
    (media / changed.sha256[:2] / changed.sha256).write_bytes(b"%PDF-1.7 forged")
    (media / missing.sha256[:2] / missing.sha256).unlink()
    errors = StringIO()
    with pytest.raises(CommandError, match="2 of 2 files are not what was kept"):
        call_command("verify_evidence", stderr=errors)
    assert errors.getvalue().splitlines() == [
        f"changed: {changed.sha256} (file {changed.pk} of source {changed.source_id})",
        f"missing: {missing.sha256} (file {missing.pk} of source {missing.source_id})",
    ]
