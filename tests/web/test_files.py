"""Files and snapshots of sources."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory

from newsroom.domain import assigning, snapshotting
from newsroom.domain.filing import LARGEST
from newsroom.models import Access, Attachment, Evidence, Snapshot, Source, User
from newsroom.web import kept
from newsroom.web.uploads import BoundedUploadHandler
from tests import factories
from tests.factories import PDF

pytestmark = pytest.mark.django_db
For = Callable[[User | None], Client]


@pytest.fixture(autouse=True)
def media(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


@pytest.fixture
def checker() -> User:
    return factories.user("checker")


@pytest.fixture
def source(checker: User) -> Source:
    return factories.source(by=checker, address="https://harbour.example/pumps")


def page(source: Source) -> str:
    return f"/sources/{source.pk}/files/"


def hide(source: Source) -> None:
    """Tie a source to a story that only its members see."""
    editor = factories.user("editor")
    article = factories.article(by=editor)
    claim = factories.claim_on(article, "212,000 crowns", by=editor)
    Evidence.objects.create(claim=claim, source=source, by=editor, role="editor")
    assigning.restrict(article, by=editor, access=Access.RESTRICTED)


# --- Giving out ---


def test_a_file_is_given_out_to_be_saved_and_for_nothing_else(client: Client, source: Source, checker: User) -> None:
    row = factories.attachment(source, name="Brief №7; “Kai”.pdf")
    client.force_login(checker)
    response = client.get(f"/files/{row.pk}/", headers={"accept-encoding": "gzip"})
    assert (response.status_code, b"".join(response)) == (200, PDF)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''Brief%20%E2%84%967%3B%20%E2%80%9CKai%E2%80%9D.pdf"
    )
    assert response["Content-Length"] == str(len(PDF))
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Cache-Control"] == "private, no-store"
    assert not response.has_header("Content-Encoding")


def test_a_name_can_put_nothing_into_the_headers(client: Client, source: Source, checker: User) -> None:
    name = 'x"\r\nSet-Cookie: a=b;\u202efdp.pdf'  # as no verb would have kept it
    sha256 = hashlib.sha256(b"pump,hours").hexdigest()
    factories.attachment(source, data=b"pump,hours", name="log.csv")
    forged = Attachment.objects.create(
        source=factories.source(), name=name, sha256=sha256, size=10, media_type="text/csv", by=checker
    )
    client.force_login(checker)
    response = client.get(f"/files/{forged.pk}/")
    assert b"".join(response) == b"pump,hours"
    assert response["Content-Disposition"] == 'attachment; filename="x\\"Set-Cookie: a=b;fdp.pdf"'


def test_a_source_that_is_hidden_hides_its_files(client_for: For, source: Source, checker: User) -> None:
    row = factories.attachment(source)
    shot = snapshotting.take(source, by=checker)
    other = client_for(factories.user("checker"))
    paths = [f"/files/{row.pk}/", f"/snapshots/{shot.pk}/", page(source)]
    assert b"".join(other.get(paths[0])) == PDF  # read to its end, which closes the file
    assert [other.get(path).status_code for path in paths[1:]] == [200, 200]
    hide(source)
    assert [other.get(path).status_code for path in paths] == [404, 404, 404]
    assert other.post(f"/sources/{source.pk}/look/").status_code == 404
    assert other.post(page(source), {"file": SimpleUploadedFile("a.pdf", PDF + b"2")}).status_code == 404
    assert (Attachment.objects.count(), Snapshot.objects.count()) == (1, 1)
    nobody, administrator = factories.user(), factories.user(is_superuser=True, staff=True)
    assert [client_for(user).get(paths[0]).status_code for user in (nobody, administrator)] == [404, 404]


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda path: path.unlink(), "The file is not in the store"),
        (lambda path: path.write_bytes(b"%PDF-1.7 forged"), "The file is not what was kept"),
    ],
)
def test_a_lost_file_is_a_page_that_says_so(client, source, checker, media: Path, harm: Any, said: str) -> None:
    row = factories.attachment(source)
    harm(media / row.sha256[:2] / row.sha256)
    client.force_login(checker)
    response = client.get(f"/files/{row.pk}/")
    html = response.content.decode()
    assert response.status_code == 404 and said in html and row.sha256 in html and "letter.pdf" in html
    assert "forged" not in html


def test_wrong_method(client: Client, source: Source, checker: User) -> None:
    row = factories.attachment(source)
    client.force_login(checker)
    assert client.post(f"/files/{row.pk}/").status_code == 405
    assert client.get(f"/sources/{source.pk}/look/").status_code == 405
    assert client.put(page(source)).status_code == 405
    assert client.get("/files/999/").status_code == 404 == client.get("/snapshots/999/").status_code


# --- The page ---


def test_a_file_is_attached_and_listed(client: Client, source: Source, checker: User) -> None:
    client.force_login(checker)
    response = client.post(page(source), {"file": SimpleUploadedFile("letter.pdf", PDF)})
    assert (response.status_code, response["Location"]) == (303, f"/sources/{source.pk}/")
    row = Attachment.objects.get()
    html = client.get(page(source)).content.decode()
    assert f'href="/files/{row.pk}/"' in html and "letter.pdf" in html and row.sha256 in html
    assert str(checker) in html


def test_files_and_snapshots_have_pages_and_the_source_shows_the_newest(
    client: Client, source: Source, checker: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "PAGE_SIZE", 6)
    for n in range(7):
        factories.attachment(source, by=checker, data=PDF + bytes([65 + n]), name=f"letter-{n}.pdf")
        snapshotting.take(source, by=checker)
    client.force_login(checker)
    newest = client.get(f"/sources/{source.pk}/").content.decode()
    assert re.findall(r"letter-\d", newest) == [f"letter-{n}" for n in (6, 5, 4, 3, 2)]
    assert newest.count('id="snapshot-') == 5 and "All files and snapshots" in newest
    first = client.get(page(source)).content.decode()
    assert "letter-1" in first and "letter-0" not in first and first.count('id="snapshot-') == 6
    assert 'href="?page=2"' in first and 'href="?shots=2"' in first
    second = client.get(page(source) + "?page=2").content.decode()
    assert re.findall(r"letter-\d", second) == ["letter-0"] and second.count('id="snapshot-') == 6
    assert 'href="?page=2&amp;shots=2"' in second
    assert client.get(page(source) + "?page=2&shots=2").content.decode().count('id="snapshot-') == 1


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "This field is required."),
        ({"file": SimpleUploadedFile("a.svg", b"<svg onload='alert(1)'/>")}, "Files of this kind are not kept."),
        ({"file": SimpleUploadedFile("a.pdf", b"")}, "There is nothing in this file."),
        ({"file": SimpleUploadedFile("a.pdf", PDF + b" " * LARGEST)}, "larger than 25 MB"),
    ],
)
def test_what_is_not_kept_is_said_beside_the_field(client, source, checker, sent: Any, said: str) -> None:
    client.force_login(checker)
    response = client.post(page(source), sent)
    assert response.status_code == 422 and said in response.content.decode()
    assert not Attachment.objects.exists()


def test_a_reporter_sees_and_cannot_add(client: Client, source: Source) -> None:
    client.force_login(factories.user("reporter"))
    assert "Keep this file" not in client.get(page(source)).content.decode()
    assert client.post(page(source), {"file": SimpleUploadedFile("a.pdf", PDF)}).status_code == 403
    assert client.post(f"/sources/{source.pk}/look/").status_code == 403


def test_a_look_that_fails_says_so(client: Client, source: Source, checker: User) -> None:
    client.force_login(checker)
    response = client.post(f"/sources/{source.pk}/look/", follow=True)
    html = response.content.decode()
    assert "No snapshot: the server does not fetch pages here" in html
    assert "Failed: the server does not fetch pages here" in " ".join(html.split())
    shot = Snapshot.objects.get()
    assert "the server does not fetch pages here" in client.get(f"/snapshots/{shot.pk}/").content.decode()


def test_a_snapshot_is_words_and_nothing_that_acts(client: Client, source: Source, checker: User) -> None:
    words = "The pump\n\nIt <script>alert(1)</script> cost 212,000 crowns."
    shot = Snapshot.objects.create(
        source=source, asked=source.address, address="https://harbour.example/new", status=200, sha256="a" * 64,
        text=words, by=checker,
    )  # fmt: skip
    client.force_login(checker)
    html = client.get(f"/snapshots/{shot.pk}/").content.decode()
    assert "<p>The pump</p>" in html and "&lt;script&gt;alert(1)" in html and "<script>alert" not in html
    assert "a" * 64 in html and "https://harbour.example/new" in html and "Answered" in html


# --- On the way in ---


def test_what_is_beyond_the_bound_is_let_go_as_it_comes() -> None:
    handler = BoundedUploadHandler()
    assert handler.receive_data_chunk(b"x", LARGEST) == b"x"  # the byte that shows that it is too large
    assert handler.receive_data_chunk(b"x", LARGEST + 1) is None
    assert handler.file_complete(0) is None


def test_of_a_huge_upload_little_more_than_the_bound_is_written_down(settings, tmp_path: Path) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    huge = SimpleUploadedFile("a.pdf", PDF + b" " * 2 * LARGEST)
    request = RequestFactory().post("/", {"file": huge, "more": "words"})
    [kept] = request.FILES.values()
    [path] = tmp_path.iterdir()
    assert LARGEST < kept.size == path.stat().st_size <= LARGEST + 2**16
    assert request.POST["more"] == "words"
    kept.close()
