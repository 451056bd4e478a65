"""`manage.py import_article`: one line for each file, a summary, and an exit code to rely on."""

import datetime
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from newsroom.models import Access, Article, User
from tests import factories

STORY = """\
date 2026-05-04 Ferry runs again

The ferry ran at 7 this morning. It carried 61 people.

“About time,” said Marta Lindqvist.
"""


@pytest.fixture
def editor(db: None) -> User:
    return factories.user("editor", username="inga")


def write(folder: Path, name: str, content: str | bytes = STORY) -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def bring_in(*files: str, **options: Any) -> tuple[str, str]:
    """What the command said on its two channels; a `CommandError` is added to the second."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_article", *files, **options, stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), f"{err.getvalue()}{error}"
    return out.getvalue(), err.getvalue()


def test_a_file_becomes_a_story_and_the_line_says_what_was_recognised(tmp_path: Path, editor: User) -> None:
    path = write(tmp_path, "ferry.txt")
    out, err = bring_in(path, by="inga")
    story = Article.objects.get()
    assert (story.headline, story.dated, story.created_by) == (
        "Ferry runs again",
        datetime.date(2026, 5, 4),
        editor,
    )
    assert story.author_ids == frozenset()
    assert story.draft is not None and story.draft.origin == "ferry.txt"
    claims = story.claims.count()
    assert out.startswith(f"{path}: story {story.pk}, “Ferry runs again”, 2026-05-04, 2 paragraphs, 19 words")
    assert out.strip().endswith(f"{claims} claim{'s' * (claims != 1)}")
    assert err == ""


def test_what_is_said_on_the_command_line_wins(tmp_path: Path, editor: User) -> None:
    reporter, other = factories.user("reporter", username="mina"), factories.user("reporter", username="otto")
    bring_in(
        write(tmp_path, "ferry.txt"),
        author=["mina", "otto"],
        headline="Back at the quay",
        byline="Staff",
        desk="City",
        date=datetime.date(2026, 6, 1),
        language="de",
        restricted=True,
    )
    story = Article.objects.get()
    assert (story.headline, story.byline, story.desk, story.language) == ("Back at the quay", "Staff", "City", "de")
    assert (story.dated, story.access) == (datetime.date(2026, 6, 1), Access.RESTRICTED)
    assert story.author_ids == {reporter.pk, other.pk}
    assert story.created_by == reporter
    assert not Article.objects.visible_to(editor).exists()


def test_a_bad_file_is_named_and_the_others_still_come_in(tmp_path: Path, editor: User) -> None:
    bad = write(tmp_path, "bad.txt", "Grüße\n\nÜber alles.".encode("latin-1"))
    empty = write(tmp_path, "empty.txt", " \n ")
    gone = str(tmp_path / "gone.txt")
    bare = write(tmp_path, "bare.txt", "One line only, which is no headline.")
    good = write(tmp_path, "good.txt")
    out, err = bring_in(bad, empty, gone, str(tmp_path), bare, good, by="inga")
    assert f"{good}: story" in out
    for path, why in (
        (bad, "byte 2 (0xfc)"),
        (empty, "no words"),
        (gone, "No such file"),
        (tmp_path, "directory"),
        (bare, "headline"),
    ):
        assert any(line.startswith(f"{path}: ") and why in line for line in err.splitlines()), path
    assert err.endswith("1 brought in, 5 failed.")
    assert Article.objects.count() == 1


def test_an_encoding_can_be_named(tmp_path: Path, editor: User) -> None:
    path = write(tmp_path, "gruss.txt", "Grüße\n\nDas Wasser lief über.".encode("latin-1"))
    bring_in(path, by="inga", encoding="latin-1")
    assert Article.objects.get().headline == "Grüße"


def test_the_same_text_again_is_said_plainly_and_is_no_failure(tmp_path: Path, editor: User) -> None:
    first, again = write(tmp_path, "first.txt"), write(tmp_path, "again.txt")
    out, err = bring_in(first, again, by="inga")
    story = Article.objects.get()
    assert f"{again}: already here, as story {story.pk}, “Ferry runs again”." in out
    assert out.endswith("1 brought in, 1 already here.\n")
    assert err == ""


def test_who_may_not_import_is_told_so_once(tmp_path: Path, editor: User) -> None:
    factories.user("checker", username="dov")
    out, err = bring_in(write(tmp_path, "a.txt"), write(tmp_path, "b.txt"), by="dov")
    assert out == ""
    assert "may not do this" in err and "a.txt" not in err
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({}, "--by USERNAME"),
        ({"by": "nobody"}, "“nobody”"),
        ({"by": "inga", "author": ["nobody"]}, "“nobody”"),
        ({"by": "inga", "headline": "One for all"}, "single file"),
    ],
)
def test_a_command_that_makes_no_sense_does_nothing(
    tmp_path: Path, editor: User, options: dict[str, Any], why: str
) -> None:
    out, err = bring_in(write(tmp_path, "a.txt"), write(tmp_path, "b.txt", f"{STORY}\nMore."), **options)
    assert out == "" and why in err
    assert not Article.objects.exists()


def test_a_date_that_is_none_is_refused(tmp_path: Path, editor: User) -> None:
    with pytest.raises(CommandError, match="“2026-13-01” is no date"):
        call_command("import_article", write(tmp_path, "a.txt"), "--by=inga", "--date=2026-13-01")


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("number", "shown"), [(1, False), (3, True)])
def test_many_files_have_a_progress_bar_at_a_terminal(
    tmp_path: Path, editor: User, monkeypatch: pytest.MonkeyPatch, number: int, shown: bool
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    files = [write(tmp_path, f"{n}.txt", f"Story {n}\n\nIt has {n} words.") for n in range(number)]
    call_command("import_article", *files, by="inga", stdout=StringIO())
    assert Article.objects.count() == number
    assert (f"/{number} [" in terminal.getvalue()) is shown


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ferry.html", "<h1>Ferry</h1><p>It ran <del>at 8</del><ins>at 7</ins>.</p><img alt='Ferry'>"),
        ("ferry.md", "# Ferry\n\nIt ran {--at 8--}{++at 7++}.\n\n![Ferry](x)\n"),
    ],
)
@pytest.mark.parametrize(("rejected", "text"), [(False, "Ferry\n\nIt ran at 7."), (True, "Ferry\n\nIt ran at 8.")])
def test_other_formats_come_in_as_the_page_takes_them(
    tmp_path: Path, editor: User, name: str, content: str, rejected: bool, text: str
) -> None:
    out, err = bring_in(write(tmp_path, name, content), by="inga", rejected=rejected)
    assert err == "" and "not brought in: 1 passage taken out by tracked changes, not brought in: 1 image\n" in out
    draft = Article.objects.get().current
    read = "rejected" if rejected else "accepted"
    assert (draft.text, draft.origin) == (text, f"{name} (2 tracked changes, read as {read})")


def test_a_file_of_no_known_format_is_a_failure(tmp_path: Path, editor: User) -> None:
    _out, err = bring_in(write(tmp_path, "ferry.pdf", "%PDF-1.7"), by="inga")
    assert "This is a PDF" in err and not Article.objects.exists()


def test_the_language_is_told_by_the_words_unless_it_is_given(tmp_path: Path, editor: User) -> None:
    german = "Fähre\n\nDie Fähre fährt wieder, und das ist nicht alles, was wir von der Firma wissen."
    bring_in(write(tmp_path, "a.txt", german), by="inga")
    bring_in(write(tmp_path, "b.txt", german + " Mehr."), by="inga", language="nl")
    assert [story.language for story in Article.objects.order_by("pk")] == ["de", "nl"]
