"""`manage.py import_article FILE…`: stories from files of any format, one line of report for each."""

from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from newsroom.domain.importing import AlreadyHere, Details, import_article
from newsroom.domain.losing import counted
from newsroom.domain.permissions import Denied
from newsroom.domain.reading import sentence
from newsroom.formats.choosing import ENDINGS, LARGEST, read
from newsroom.formats.document import Unreadable
from newsroom.models import Access, Article, User
from newsroom.text.sentences import sentences

NEW, HERE, FAILED = "brought in", "already here", "failed"


class Command(BaseCommand):
    help = f"Bring stories in from files ({', '.join(ENDINGS)}). What a file says gives way to what is said here."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--by", metavar="USERNAME", help="who brings them in (otherwise the first author)")
        parser.add_argument("--author", metavar="USERNAME", action="append", default=[], help="can be repeated")
        parser.add_argument("--headline", default="", help="for a single file")
        parser.add_argument("--byline", default="")
        parser.add_argument("--desk", default="")
        parser.add_argument("--date", type=day, metavar="YYYY-MM-DD")
        parser.add_argument("--language", default="", help="a tag such as en or de; otherwise what the words read like")
        parser.add_argument("--restricted", action="store_true", help="for authors and members alone")
        parser.add_argument("--encoding", help="of all files; otherwise what each declares, else UTF-8")
        parser.add_argument("--rejected", action="store_true", help="read tracked changes as rejected, not as accepted")

    def handle(self, *args: Any, **options: Any) -> None:
        files: list[Path] = options["files"]
        if options["headline"] and len(files) > 1:
            raise CommandError("--headline is for a single file: these would all get the same one.")
        authors = [account(name) for name in options["author"]]
        by = account(options["by"]) if options["by"] else next(iter(authors), None)
        if by is None:
            raise CommandError("Say who brings the stories in: --by USERNAME, or --author USERNAME.")
        details = details_from(options, authors)
        reading = {name: options[name] for name in ("encoding", "rejected")}
        done: Counter[str] = Counter()
        for path in tqdm(files, unit=" stories", leave=False, disable=None if len(files) > 1 else True):
            outcome, line = bring_in(path, by=by, details=details, **reading)
            done[outcome] += 1
            with tqdm.external_write_mode():
                (self.stderr if outcome == FAILED else self.stdout).write(f"{path}: {line}")
        summary = ", ".join(f"{done[outcome]} {outcome}" for outcome in (NEW, HERE, FAILED) if done[outcome])
        if done[FAILED]:
            raise CommandError(f"{summary}.")
        if len(files) > 1:
            self.stdout.write(f"{summary}.")


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no date: write it as 2026-05-31.") from None


def account(username: str) -> User:
    user = User.objects.filter(username__iexact=username).first()
    if user is None:
        raise CommandError(f"There is no account with the user name “{username}”.")
    return user


def details_from(options: dict[str, Any], authors: list[User]) -> Details:
    return Details(
        headline=options["headline"],
        byline=options["byline"],
        authors=tuple(authors),
        desk=options["desk"],
        dated=options["date"],
        language=options["language"],
        access=Access.RESTRICTED if options["restricted"] else Access.DESK,
    )


def bring_in(path: Path, *, by: User, details: Details, encoding: str | None, rejected: bool) -> tuple[str, str]:
    """Bring one file in; what became of it, and a line that says so. A person without the right ends everything."""
    try:
        with path.open("rb") as file:
            document = read(file.read(LARGEST + 1), name=path.name, encoding=encoding, rejected=rejected)
        article = import_article(document, by=by, details=details, origin=path.name)
    except OSError as error:
        return FAILED, f"{error.strerror or error}."
    except Unreadable as error:
        return FAILED, sentence(error)
    except AlreadyHere as error:
        return HERE, f"already here, as story {error.article.pk}, “{error.article}”."
    except ValidationError as error:
        return FAILED, " ".join(error.messages)
    except Denied as error:
        raise CommandError(f"{by}: {error.reason}") from error
    return NEW, recognised(article)


def recognised(article: Article) -> str:
    """What was found in a story, e.g. "story 12, “Ferry back”, 2026-05-04, 9 paragraphs, 512 words, …"."""
    draft = article.drafts.latest("number")
    paragraphs = sum(1 for block in draft.spans() if block.type == "paragraph")
    counts = (
        (paragraphs, "paragraphs"),
        (article.words, "words"),
        (len(sentences(draft.text)), "sentences"),
        (article.quotes.count(), "quotes"),
        (article.claims.count(), "claims"),
    )
    found = [f"{number} {thing if number != 1 else thing[:-1]}" for number, thing in counts]
    found += [f"not brought in: {counted(loss['kind'], loss['count'])}" for loss in draft.losses]
    return ", ".join([f"story {article.pk}", f"“{article}”", str(article.dated or "no date"), *found])
