"""An annotated Word document comes in by the page: shown first, then stored with every note."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from newsroom.models import Article, Claim, Comment, Thread
from tests import factories
from tests.formats.fdocx import REPLIES, RESOLVED, WORDS, A, B, C, fdocx
from tests.formats.gdocs import gdocs
from tests.formats.word import docx, p, unzipped, zipped
from tests.web.test_intake import again, error

pytestmark = pytest.mark.django_db

NEW = reverse("intake-new")


@pytest.fixture
def client(client_for):
    return client_for(factories.user("editor"))


@pytest.fixture
def look(client):
    return lambda **data: client.post(NEW, {"language": "en", "access": "desk", **data})


def attached(data: bytes, name: str = "ferry.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_what_it_holds_is_shown_before_anything_is_stored(look):
    shown = look(file=attached(fdocx())).content.decode()
    assert "32 notes" in shown
    assert "passages taken out by tracked changes" in shown
    assert f"{B}: March" in shown
    assert not Article.objects.exists()


def test_every_note_of_it_is_work(look, client):
    data = {"file": attached(fdocx())}
    answer = look(**again(look(**data), data))
    story = Article.objects.get()
    page = client.get(answer.url).content.decode()
    assert "<b>37</b> notes" in page
    assert f"{C}: loudly" in page
    said = Comment.objects.filter(thread__article=story)
    comments = said.filter(name__in=[A, B, C])
    assert comments.count() == 25
    assert said.count() == 37
    answered = Thread.objects.get(comments__text=WORDS[2][1])
    said_there = {comment.text for comment in answered.comments.all()}
    assert said_there == {WORDS[2][1], *(f"First line.\n{REPLIES[n][2]}" for n in (21, 22))}
    resolved = Thread.objects.filter(article=story, resolved_at__isnull=False)
    assert resolved.count() == len(RESOLVED)
    claim = Claim.objects.get(threads=answered)
    assert claim.wording == "will run again on 4 May"
    assert {lead["href"] for lead in claim.leads} == {"https://board.example/minutes"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"The ferry was late.", "This is no zip file"),
        (b"%PDF-1.7", "This is a PDF"),
        (fdocx()[:-40], "damaged"),
        (zipped({**unzipped(fdocx()), "word/document.xml": b" " * 30_000_000}), "unpacks to far more"),
        (zipped({**unzipped(fdocx()), "word/styles.xml": "<!DOCTYPE a><a/>".encode("utf-16")}), "document type"),
        (zipped({**unzipped(fdocx()), "word/vbaProject.bin": b""}), "macros"),
        (zipped({**unzipped(fdocx()), "WORD/document.xml": b""}), "two parts with one name"),
        (docx(p("Late.")).replace(b"word/document.xml", b"../../../../..xml"), "leads out"),
        (docx("<w:tbl>" * 200 + "</w:tbl>" * 200), "nested too deep"),
    ],
)
def test_a_hostile_one_is_refused_beside_its_field_and_nothing_is_stored(look, data, said):
    assert said in error(look(file=attached(data)), "file")
    assert not Article.objects.exists()


def test_what_google_docs_downloads_comes_in_with_its_comments(look):
    data = {"file": attached(gdocs(), "The pump.zip")}
    shown = look(**data)
    assert "4 notes" in shown.content.decode() and not Article.objects.exists()
    assert look(**again(shown, data)).status_code == 303
    assert set(Comment.objects.values_list("text", flat=True)) == {
        *("Says who? The invoice has 221,000.", "The clerk.", "Spelling?"),
        *("Audit, page 4.", "By phone, on 4 May."),
    }
