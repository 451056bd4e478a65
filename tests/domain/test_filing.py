"""The files of sources."""

import hashlib
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from newsroom.domain import assigning
from newsroom.domain.filing import LARGEST, Lost, check_files, cleaned, content, keep
from newsroom.domain.permissions import Denied, Unseen
from newsroom.models import Access, Attachment, Event, Evidence, Source, User
from tests import factories
from tests.factories import PDF

pytestmark = pytest.mark.django_db
HASH = hashlib.sha256(PDF).hexdigest()


@pytest.fixture(autouse=True)
def media(settings, tmp_path: Path) -> Path:
    """A store of this test's own, on disk as on a desk."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


@pytest.fixture
def source(checker: User) -> Source:
    return factories.source(by=checker)


def upload(data: bytes = PDF, name: str = "letter.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def lying(media: Path) -> list[str]:
    return sorted(str(path.relative_to(media)) for path in media.rglob("*") if path.is_file())


def refusal(source, by, data=PDF, name="letter.pdf") -> str:
    with pytest.raises(ValidationError) as refused:
        keep(source, by=by, upload=upload(data, name))
    [said] = refused.value.messages
    return said


def test_a_file_is_kept_under_its_hash_with_what_it_is(source, checker, media):
    row = keep(source, by=checker, upload=upload())
    assert (row.sha256, row.size, row.media_type, row.name) == (HASH, len(PDF), "application/pdf", "letter.pdf")
    assert lying(media) == [f"{HASH[:2]}/{HASH}"]
    path = media / HASH[:2] / HASH
    assert path.read_bytes() == PDF and stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    with content(row) as file:
        assert file.read() == PDF
    event = Event.objects.get(verb="keep file")
    assert (event.chain, event.object, event.account) == ("desk", f"source:{source.pk}", checker)
    assert event.data == {"attachment": row.pk, "sha256": HASH, "size": len(PDF), "type": "application/pdf"}


def test_the_same_bytes_are_kept_once(source, checker, media):
    first = keep(source, by=checker, upload=upload())
    again = keep(source, by=factories.user("editor"), upload=upload(name="other-name.pdf"))
    elsewhere = keep(factories.source(), by=checker, upload=upload())
    assert again == first and elsewhere != first
    assert (Attachment.objects.count(), Event.objects.filter(verb="keep file").count()) == (2, 2)
    assert len(lying(media)) == 1


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "letter.pdf", "There is nothing in this file."),
        (b"<!doctype html><p>x", "letter.html", "Files of this kind are not kept. These are: pdf, png, jpg, gif,"),
        (b"MZ\x90\0\0\0", "letter.pdf", "Files of this kind are not kept."),
        (PDF, "letter.docx", "The file is PDF, but its name ends in “.docx”: let it end in .pdf."),
        (PDF, "letter.pdf.exe", "The file is PDF, but its name ends in “.exe”: let it end in .pdf."),
        (b"pump,hours", "letter.pdf", "The file is plain text, but its name ends in “.pdf”: let it end in .txt."),
    ],
)
def test_what_is_not_kept_is_refused_in_one_sentence_and_leaves_nothing(source, checker, media, data, name, said):
    assert refusal(source, checker, data, name).startswith(said)
    assert not Attachment.objects.exists() and lying(media) == []


def test_twenty_five_megabytes_and_not_a_byte_more(source, checker, media):
    full = b"%PDF-1.7" + b"\n" * (LARGEST - 8)
    assert keep(source, by=checker, upload=upload(full)).size == LARGEST == 25_000_000
    assert refusal(source, checker, full + b"\n") == "The file is larger than 25 MB: attach the part that matters."
    assert len(lying(media)) == 1


def test_reading_ends_at_the_bound(source, checker):
    class Endless(SimpleUploadedFile):
        asked: int | None = 0

        def read(self, size=None):
            self.asked = size
            return bytes(size)

    endless = Endless("letter.pdf", b"")
    with pytest.raises(ValidationError):
        keep(source, by=checker, upload=endless)
    assert endless.asked == LARGEST + 1


def test_who_may(source, claim, editor, reporter, media):
    with pytest.raises(Denied):
        keep(source, by=reporter, upload=upload())
    with pytest.raises(Unseen):
        keep(source, by=factories.user(), upload=upload())
    Evidence.objects.create(claim=claim, source=source, by=editor, role="editor")
    assigning.restrict(claim.article, by=editor, access=Access.RESTRICTED)
    with pytest.raises(Unseen):
        keep(source, by=factories.user("checker"), upload=upload())
    assert lying(media) == []


def test_half_a_file_never_has_its_name(source, checker, media, monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        keep(source, by=checker, upload=upload())
    assert lying(media) == [] and not Attachment.objects.exists()


def test_a_lost_or_changed_file_is_named_and_never_given_out(source, checker, media):
    row = keep(source, by=checker, upload=upload())
    keep(source, by=checker, upload=upload(b"pump,hours", "log.csv"))
    assert list(check_files()) == ["", ""]
    path = media / HASH[:2] / HASH
    path.write_bytes(PDF.replace(b"letter", b"LETTER"))
    assert list(check_files()) == [f"changed: {HASH} (file {row.pk} of source {source.pk})", ""]
    with pytest.raises(Lost) as lost:
        content(row)
    assert lost.value.changed
    path.unlink()
    assert list(check_files()) == [f"missing: {HASH} (file {row.pk} of source {source.pk})", ""]
    with pytest.raises(Lost) as lost:
        content(row)
    assert not lost.value.changed


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"%PDF-1.7 another")])
def test_attaching_the_same_file_again_mends_the_store(source, checker, media, harm):
    row = keep(source, by=checker, upload=upload())
    harm(media / HASH[:2] / HASH)
    assert keep(source, by=checker, upload=upload()) == row
    assert list(check_files()) == [""]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/letter.pdf", "letter.pdf"),
        ("C:\\Users\\ada\\letter.pdf", "letter.pdf"),
        ("let\r\nter\0.pdf", "letter.pdf"),
        ("letter\u202efdp.exe", "letterfdp.exe"),
        ("Brief über Ölpreise №7.pdf", "Brief über Ölpreise №7.pdf"),
        ("a" * 300 + ".pdf", "a" * 251 + ".pdf"),
        ("", "file"),
        ("\ud800", "file"),
    ],
)
def test_a_name_holds_nothing_that_misleads(given, kept):
    assert cleaned(given) == kept


def test_two_people_at_once_keep_one_file(transactional_db, together, media):
    checker = factories.user("checker")
    source = factories.source(by=checker)
    rows = together(*[lambda: keep(source, by=checker, upload=upload())] * 4)
    assert len({row.pk for row in rows}) == 1 == Attachment.objects.count()
    assert lying(media) == [f"{HASH[:2]}/{HASH}"]


def test_where_the_settings_name_a_bucket_files_go_there():
    program = "import json; from newsroom import settings; print(json.dumps(settings.STORAGES['default']))"
    bucket = {"S3_BUCKET": "evidence", "S3_ENDPOINT_URL": "https://s3.desk.example", "SECRET_KEY": "x"}
    said = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, **bucket}, capture_output=True, check=True
    )
    store = json.loads(said.stdout)
    assert store["BACKEND"] == "storages.backends.s3.S3Storage"
    assert store["OPTIONS"].items() >= {"bucket_name": "evidence", "endpoint_url": "https://s3.desk.example"}.items()
