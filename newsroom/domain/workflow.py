"""Where a story may go from where it stands, and what has to be there first. The README prints this table."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from newsroom.domain import gate
from newsroom.domain.gate import Gate, Problem
from newsroom.domain.locking import lock, must_have_seen
from newsroom.domain.permissions import Verb, require
from newsroom.domain.recording import record
from newsroom.models import Article, Status, User

MOVES: dict[Status, tuple[Status, ...]] = {
    Status.PACKAGE: (Status.CHECKING, Status.KILLED),
    Status.CHECKING: (Status.QUERIES_OUT, Status.READY, Status.SIGNED, Status.KILLED),
    Status.QUERIES_OUT: (Status.CHECKING, Status.READY, Status.SIGNED, Status.KILLED),
    Status.READY: (Status.CHECKING, Status.QUERIES_OUT, Status.SIGNED, Status.KILLED),
    Status.SIGNED: (Status.CHECKING, Status.PUBLISHED, Status.KILLED),
    Status.PUBLISHED: (Status.CORRECTED,),
    Status.CORRECTED: (),
    Status.KILLED: (Status.CHECKING,),
}
# A deadline presses only while a story is in one of these.
IN_WORK = (Status.PACKAGE, Status.CHECKING, Status.QUERIES_OUT, Status.READY)
# Another draft brings a story back from these: what was said of it was said of other words.
FINISHED = (Status.READY, Status.SIGNED)


class Barred(ValidationError):
    """A move or a signature that something stands in the way of: the `problems` of the `article`, and the look at the
    gate that `found` them, where it was one.
    """

    def __init__(self, article: Article, sentence: str, problems: Iterable[Problem], found: Gate | None = None) -> None:
        self.article, self.sentence, self.problems, self.found = article, sentence, list(problems), found
        super().__init__([sentence, *(problem.text for problem in self.problems)], code="barred")


def no_query(article: Article) -> Iterator[Problem]:
    if not gate.open_queries(article).exists():
        yield Problem("no-query", _("No query to the reporter is open."), f"article:{article.pk}")


def no_erratum(article: Article) -> Iterator[Problem]:
    if not article.errata.exists():
        yield Problem("no-erratum", _("No correction is registered."), f"article:{article.pk}")


class Guard(NamedTuple):
    """What a status asks of a story: in words for the README, and what of it is missing."""

    asks: str
    missing: Callable[[Article], Iterable[Problem]]


SIGNED = "every signature that the policy asks for, and nothing left that they were not given over"
GUARDS: dict[Status, Guard] = {
    Status.QUERIES_OUT: Guard("an open query", no_query),
    Status.READY: Guard("nothing in the gate but signatures", lambda article: gate.look(article).work),
    Status.SIGNED: Guard(SIGNED, lambda article: gate.look(article).unanswered),
    Status.PUBLISHED: Guard(SIGNED, lambda article: gate.look(article).unanswered),
    Status.CORRECTED: Guard("a registered correction", no_erratum),
}
IN_THE_WAY = lazy("It can't be moved to “%(status)s” yet:")


@transaction.atomic
def move(article: Article, *, by: User, to: str, seen: int | None = None, reason: str = "") -> Article:
    """Give a story its next status; the event keeps the `reason`, where there is one. Same status: no change.

    `ValidationError` for a move that is not in the table, `Barred` with all that is missing for one that comes too
    early, `Conflict` when somebody moved it after the version `seen`, which the page showed.
    """
    article = lock(article.pk)
    role = require(by, Verb.MOVE, article)
    if article.status == to:
        return article
    must_have_seen(article, seen, "move")
    if to not in MOVES[Status(article.status)]:
        raise ValidationError({"status": _("A story can't go from there to that status.")})
    must_be_due(article, Status(to))
    return turn(article, Status(to), by=by, role=role, **({"reason": reason} if reason else {}))


def must_be_due(article: Article, to: Status) -> None:
    """Raises `Barred` with what the status asks of the story and is not there."""
    missing = list(GUARDS[to].missing(article)) if to in GUARDS else []
    if missing:
        raise Barred(article, IN_THE_WAY % {"status": to.label}, missing)


def turn(article: Article, to: Status, *, by: User, role: str, **why: object) -> Article:
    """Write the status of the locked story and record it; what a verb of another kind brings about comes here too, with
    what it was in the event (`draft=3`).
    """
    before, article.status = article.status, to.value
    article.save(update_fields=["status"])
    record(article, by=by, role=role, verb="move", about=article, data={"from": before, "to": to.value, **why})
    return article
