"""The claims of a story as one-line rows, and how they are drawn; `sifting` says which are listed."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from html import escape
from typing import Any

from django.db import connection
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from newsroom.domain.standing import latest
from newsroom.domain.weighing import Weighed
from newsroom.models import FLAGS, Claim, ClaimKind, Draft, Kind, Review, Slugs, Standing, User, Verdict
from newsroom.web.filters import Filters

LETTERS: dict[str, str] = {
    Standing.OPEN: "?",
    Standing.SOURCED: "S",
    Standing.DISPUTED: "D",
    Standing.OPINION: "O",
    Standing.SPLIT: "±",
    Standing.SUSPENDED: "!",
}
ORDER = {kind.value: number for number, kind in enumerate(Kind)}
TO_DO = (Standing.OPEN, Standing.SUSPENDED)
NOTHING: Mapping[int, str] = {}
SWAPPED = ' hx-swap-oob="true"'
FIELDS = (
    "id",
    "start",
    "end",
    "wording",
    "standing",
    "accepted",
    "dismissed",
    "state",
    "legal",
    "version",
    "anchor",
    "notes",
    "pieces",
    "privacy",
    "minor",
    "safety",
)


@dataclass(slots=True, eq=False)
class Row:
    """One claim as the rail and the story draw it; `end` excluded, code points of the draft."""

    id: int
    start: int | None
    end: int | None
    wording: str
    standing: str
    accepted: bool
    dismissed: bool
    state: str
    legal: bool
    version: int
    anchor: int
    notes: int = 0
    pieces: int = 0
    privacy: bool = False
    minor: bool = False
    safety: bool = False
    number: int = 0
    label: str = ""
    initials: list[str] = field(default_factory=list)
    mine: bool = False
    kinds: Sequence[str] = ()
    weighed: Weighed | None = None

    @property
    def letter(self) -> str:
        return f"{LETTERS[self.standing]}–" if self.short else LETTERS[self.standing]

    @property
    def tint(self) -> str:
        """The classes of its letter: what is short of evidence is drawn hollow."""
        return f"{self.standing} short-of" if self.short else self.standing

    @property
    def short(self) -> bool:
        """Whether it is marked sourced and its evidence is not enough for the policy."""
        return self.standing == Standing.SOURCED and self.weighed is not None and self.weighed.short

    @property
    def flags(self) -> list[str]:
        risky = self.legal or self.privacy or self.minor or self.safety  # hardly any is, and it is asked of each
        return [flag for flag in FLAGS if getattr(self, flag)] if risky else []

    @property
    def disputed(self) -> bool:
        return self.standing in (Standing.DISPUTED, Standing.SPLIT)

    @property
    def changed(self) -> bool:
        return self.standing == Standing.SUSPENDED or self.start is None

    @property
    def to_do(self) -> bool:
        return not self.dismissed and (self.standing in TO_DO or self.start is None)


def rows_of(draft: Draft) -> list[Row]:
    """Every claim of the draft in text order, those without a place last, with its kinds and otherwise bare, numbered
    as people see them (dismissed ones are not); one query.
    """
    with connection.cursor() as cursor:
        cursor.execute(claims_of_a_draft(), [draft.pk])
        return numbered(row_of(values, kinds) for *values, kinds in cursor.fetchall())


def rows_from(claims: Iterable[Claim], kinds: Mapping[int, Collection[str]]) -> list[Row]:
    """As `rows_of`, from claims that were read already."""
    names = [f"{name}_id" if name == "anchor" else name for name in FIELDS]
    return numbered(row_of((getattr(it, name) for name in names), ",".join(kinds.get(it.pk, ()))) for it in claims)


def row_of(values: Iterable[Any], kinds: str | None) -> Row:
    """A row from its FIELDS and its kinds, commas between them."""
    row = Row(*values)
    row.kinds = in_order(kinds)
    return row


def numbered(rows: Iterable[Row]) -> list[Row]:
    """The rows in text order with their labels and numbers."""
    ordered = sorted(rows, key=place)
    labels = {standing.value: str(standing.label) for standing in Standing}
    number = 0
    for row in ordered:
        row.label = labels[row.standing]
        if not row.dismissed:
            row.number = number = number + 1
    return ordered


@cache
def claims_of_a_draft() -> str:
    """The statement behind `rows_of`, which the ORM writes once: writing it took as long as fetching a hundred rows."""
    kinds = ClaimKind.objects.filter(claim=OuterRef("pk")).order_by().values("claim").values(slugs=Slugs("kind"))
    claims = Claim.objects.filter(draft=0).order_by().values_list(*FIELDS, Subquery(kinds))
    statement, _draft = claims.query.sql_with_params()
    return statement


@lru_cache(maxsize=1024)
def in_order(kinds: str | None) -> tuple[str, ...]:
    """The kinds of a claim in the order of `Kind`, from how the database lists them."""
    return tuple(sorted(kinds.split(","), key=ORDER.__getitem__)) if kinds else ()


def place(row: Row) -> tuple[bool, int, int, int]:
    """Where a row comes in text order; sorting by it takes half as long as the database's sorting."""
    return (row.start is None, row.start or 0, row.end or 0, row.id)


def add_own(rows: Sequence[Row], draft: Draft, user: User) -> None:
    """Note on which claims this person's latest review is a mark; one query."""
    own = Review.objects.filter(claim__draft=draft, reviewer=user).order_by("number")
    latest = dict(own.values_list("claim", "verdict"))
    for row in rows:
        row.mine = latest.get(row.id, Verdict.WITHDRAWN) != Verdict.WITHDRAWN


def add_marks(rows: Iterable[Row], claims: QuerySet[Claim], user: User) -> None:
    """The initials of everybody whose latest review of a claim is a mark; one query over `claims`."""
    by_id = {row.id: row for row in rows}
    reviews = Review.objects.filter(claim__in=claims).order_by("number")
    names = ("reviewer__first_name", "reviewer__last_name", "reviewer__username")
    latest: dict[tuple[int, int], str] = {}
    people: dict[int, tuple[str, ...]] = {}
    for claim, reviewer, verdict, *name in reviews.values_list("claim", "reviewer", "verdict", *names):
        latest[claim, reviewer] = verdict
        people[reviewer] = tuple(name)
    short = {reviewer: initials(*name) for reviewer, name in people.items()}
    for (claim, reviewer), verdict in latest.items():
        if verdict != Verdict.WITHDRAWN:
            by_id[claim].initials.append(short[reviewer])
            by_id[claim].mine |= reviewer == user.pk


def add_given(row: Row, reviews: Iterable[Review], user: User) -> None:
    """As `add_marks`, from the reviews of the row's claim, which were read already."""
    marks = [review for review in latest(reviews).values() if review.verdict != Verdict.WITHDRAWN]
    row.initials = [review.reviewer.initials for review in marks]
    row.mine = any(review.reviewer_id == user.pk for review in marks)


def initials(first: str, last: str, username: str) -> str:
    return User(first_name=first, last_name=last, username=username).initials


def counts(rows: Iterable[Row]) -> dict[str, int]:
    """Standing -> number of live claims, every standing present."""
    found = Counter(row.standing for row in rows if not row.dismissed)
    return {standing.value: found[standing] for standing in Standing}


def in_words(row: Row) -> str:
    """The row's standing for those who hear the page."""
    label = gettext("sourced, short") if row.short else row.label
    return label if row.accepted else f"{label}, {gettext('proposed')}"


def look(row: Row) -> str:
    """The classes that draw a claim's row and words: a proposal is drawn fainter than what a person accepted."""
    return row.standing if row.accepted else f"{row.standing} proposed"


def draw(row: Row, filters: Filters, *, oob: bool = False) -> SafeString:
    """The row as HTML, written here because a template takes ten times as long over hundreds of them.

    `oob` makes it one that htmx swaps for the row with the same id.
    """
    return mark_safe(  # noqa: S308 - everything that people wrote is escaped
        f'<a id="row-{row.id}" class="row {look(row)}" href="?claim={row.id}{filters.more}"'
        f"{SWAPPED if oob else ''}>"
        f'<span class="badge {row.tint}" aria-hidden="true">{row.letter}</span>'
        f'<span class="t"><span class="visually-hidden">{row.number}, {in_words(row)}: </span>'
        f"<bdi>{escape(row.wording)}</bdi></span>"
        f"<small>{' · '.join(remarks(row))}</small></a>"
    )


def remarks(row: Row) -> list[str]:
    """What stands at the end of a row, as HTML."""
    found = [gettext("legal")] if row.legal else []
    if row.initials:
        found.append(escape(" ".join(row.initials)))
    if row.notes:
        found.append(ngettext("%(n)s note", "%(n)s notes", row.notes) % {"n": row.notes})
    return found


def items(
    rows: Iterable[Row], filters: Filters, shown: Collection[int], heads: Mapping[int, str] = NOTHING
) -> SafeString:
    """List items for rows; those whose id is not in `shown` are there, but hidden. `heads` are words above some."""
    return mark_safe(  # noqa: S308 - rows are escaped in `draw`
        "".join(
            f'<li id="claim-{row.id}"{head(row, heads)}{"" if row.id in shown else " hidden"}>{draw(row, filters)}</li>'
            for row in rows
        )
    )


def head(row: Row, heads: Mapping[int, str]) -> str:
    return f' data-head="{escape(heads[row.id])}"' if row.id in heads else ""
