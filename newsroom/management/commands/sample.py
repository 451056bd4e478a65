"""`manage.py sample`: people and stories to try the desk with, made once, and the accounts printed each time."""

import uuid
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from newsroom.domain import attaching, claiming, reviewing, sampling, sourcing, talking
from newsroom.domain.attaching import Piece
from newsroom.domain.calculating import Figure
from newsroom.domain.importing import Details, import_article
from newsroom.domain.sourcing import Facts
from newsroom.formats import plain
from newsroom.models import Article, Claim, User

STORIES = Path(__file__).parent.parent / "samples"


class Person(NamedTuple):
    username: str
    name: str
    roles: tuple[str, ...] = ()
    staff: bool = True
    administrator: bool = False


class Mark(NamedTuple):
    words: str
    by: str
    verdict: str
    comment: str = ""


class Proof(NamedTuple):
    words: str
    by: str
    source: str
    stance: str = "supports"
    locator: str = ""
    passage: str = ""
    note: str = ""


PEOPLE = (
    Person("reporter", "Mina Kessel", ("reporter",), staff=False),
    Person("checker", "Dov Aldana", ("checker",)),
    Person("checker2", "Ruth Ekholm", ("checker",)),
    Person("editor", "Oren Whitlock", ("editor",)),
    Person("legal", "Sade Brandt", ("legal",)),
    Person("admin", "Pat Nolan", administrator=True),
)
# What has been done so far on the story of the baths, each on words of one claim.
MARKS = (
    Mark("by 19 votes to 11", "checker", "sourced", "Draft minutes of 17 September, item 4."),
    Mark("The council has 31 members", "checker", "disputed", "19 + 11 + 2 is 32. One of them is wrong."),
    Mark("opened in 1927", "checker2", "sourced", "Heritage list, entry 27-114, with a photograph."),
    Mark("€2.1 million", "checker2", "sourced", "Deed of sale, land registry, sheet 2."),
    Mark("heritage office listed", "checker2", "sourced", "Heritage list; both refusals are in the file."),
    Mark("loveliest rooms", "checker", "opinion"),
    Mark("on 1 April 2027", "checker2", "disputed", "Easter is on 28 March in 2027, so this is after it."),
    Mark("212 of 540", "checker", "sourced", "School board, table of 4 July. 39 percent."),
    Mark("212 of 540", "checker2", "sourced", "Counted again: 212."),
)
# What the marks rest on, and what speaks against one of them.
SOURCES = {
    "minutes": Facts(
        title="Draft minutes of 17 September",
        publisher="Tolvern town council",
        dated=date(2026, 9, 17),
        origin="council",
    ),
    "list": Facts(
        title="Heritage list, entry 27-114", kind="data", publisher="Regional heritage office", dated=date(2017, 5, 2)
    ),
    "report": Facts(
        title="Engineers’ report on the baths", publisher="Town engineers of Tolvern", dated=date(2026, 6, 3)
    ),
    "table": Facts(title="Table of swimming badges", kind="data", publisher="School board", dated=date(2026, 7, 4)),
    "statutes": Facts(title="Statutes of the town council", publisher="Tolvern town council", origin="council"),
}
EVIDENCE = (
    Proof(
        "by 19 votes to 11", "checker", "minutes", locator="item 4", passage="19 in favour, 11 against, 2 abstaining."
    ),
    Proof("The council has 31 members", "checker", "statutes", locator="§ 2", passage="The council has 31 seats."),
    Proof(
        "The council has 31 members",
        "checker",
        "minutes",
        stance="contradicts",
        locator="item 4",
        note="19 + 11 + 2 is 32.",
    ),
    Proof("opened in 1927", "checker2", "list", passage="Opened 14 May 1927.", locator="line 3"),
    Proof("€6.2 million", "checker2", "report", locator="p. 31", passage="Repairs, all in: 6,200,000."),
    Proof("212 of 540", "checker", "table", locator="B7", passage="212"),
)
SUM = Piece(
    formula="percent(without, all)",
    inputs=(Figure("without", "212", "table of swimming badges, B7"), Figure("all", "540", "the same, B9")),
    note="Nearly four in ten.",
)
QUESTION = ("Volmer’s station", "editor", "Vollmer above, Volmer here. Mina, how does she spell it?")
NOTE = ("reporter", "The treasurer rings back on Monday about how long the loan runs.")


class Command(BaseCommand):
    help = "Make sample accounts and two stories on a desk without any account; print the accounts."

    def handle(self, *args: Any, **options: Any) -> None:
        password = settings.SAMPLE_PASSWORD
        if settings.HTTPS:
            raise CommandError("This desk is in service (HTTPS is on): it gets no sample accounts.")
        if not password:
            raise CommandError("Set SAMPLE_PASSWORD in .env first; `make run` does it.")
        if not User.objects.exists():
            furnish(password)
        self.stdout.write(table(password))


@transaction.atomic
def furnish(password: str) -> None:
    """The people, a story that they have begun to check, and one that nobody has looked at."""
    people = {
        person.username: sampling.open_account(
            person.username,
            by=None,
            name=person.name,
            password=password,
            roles=person.roles,
            staff=person.staff,
            administrator=person.administrator,
        )
        for person in PEOPLE
    }
    bring_in("oysters.txt", by=people["reporter"], desk="Coast")
    baths = bring_in("baths.txt", by=people["reporter"], desk="City")
    for mark in MARKS:
        give(baths, mark, by=people[mark.by])
    furnish_evidence(baths, people)
    words, asker, question = QUESTION
    talking.comment(claim_on(baths, words, by=people[asker]), by=people[asker], text=question, key=uuid.uuid4())
    talking.comment(baths, by=people[NOTE[0]], text=NOTE[1], key=uuid.uuid4())


def bring_in(name: str, *, by: User, desk: str) -> Article:
    details = Details(byline=str(by), desk=desk)
    return import_article(plain.read((STORIES / name).read_bytes()), by=by, details=details, origin=name)


def claim_on(article: Article, words: str, *, by: User) -> Claim:
    """The first claim that the words stand in; where the breakdown proposed none, the person adds one."""
    claims = Claim.objects.filter(article=article, dismissed=False, wording__contains=words)
    draft = article.drafts.latest("number")
    start = draft.text.index(words)
    return claims.order_by("start").first() or claiming.add(
        draft, by=by, start=start, end=start + len(words), wording=words
    )


def give(article: Article, mark: Mark, *, by: User) -> None:
    claim = claim_on(article, mark.words, by=by)
    reviewing.mark(claim, by=by, verdict=mark.verdict, anchor=claim.anchor_id or 0, number=0, comment=mark.comment)


def furnish_evidence(article: Article, people: dict[str, User]) -> None:
    """Sources, what they say for or against some of the claims, and a calculation."""
    sources = {name: sourcing.make(facts, by=people["checker"]) for name, facts in SOURCES.items()}
    for proof in EVIDENCE:
        words, by, source, stance, locator, passage, note = proof
        piece = Piece(source=sources[source], stance=stance, locator=locator, passage=passage, note=note)
        support(article, words, piece, by=people[by])
    support(article, "212 of 540", SUM, by=people["checker2"])


def support(article: Article, words: str, piece: Piece, *, by: User) -> None:
    attaching.attach(claim_on(article, words, by=by), by=by, key=uuid.uuid4(), piece=piece)


def table(password: str) -> str:
    """The sample accounts that this desk has, for the terminal."""
    here = set(User.objects.filter(is_active=True).values_list("username", flat=True))
    people = [person for person in PEOPLE if person.username in here]
    if not people:
        return "This desk has accounts of its own, so no samples were made."
    lines = [f"  {'user name':<10} {'password':<18} is"]
    for person in people:
        role = ", ".join(person.roles) or "administrator"
        lines.append(f"  {person.username:<10} {password:<18} {person.name}, {role}")
    return "\n".join(["", *lines, "  (who has changed the password knows it)", ""])
