"""The claims of a story as one-line rows, and how they are drawn; `sifting` says which are listed."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape

from django.db import connection
from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from newsroom.domain.standing import latest
from newsroom.domain.weighing import Weighed
from newsroom.models import FLAGS, Claim, Draft, Kind, Review, Standing, User, Verdict
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
    kinds: list[str] = field(default_factory=list)
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
        return [flag for flag in FLAGS if getattr(self, flag)]

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
        read = cursor.fetchall()
    found: dict[int, Row] = {}
    for *values, kind in read:
        row = found.get(values[0]) or found.setdefault(values[0], Row(*values))
        row.kinds.extend([kind] if kind else ())
    return numbered(found.values())


def rows_from(claims: Iterable[Claim], kinds: Mapping[int, Collection[str]]) -> list[Row]:
    """As `rows_of`, from claims that were read already."""
    names = [f"{name}_id" if name == "anchor" else name for name in FIELDS]
    rows = [Row(*(getattr(claim, name) for name in names)) for claim in claims]
    for row in rows:
        row.kinds.extend(kinds.get(row.id, ()))
    return numbered(rows)


def numbered(rows: Iterable[Row]) -> list[Row]:
    """The rows in text order with their labels and numbers."""
    ordered = sorted(rows, key=place)
    labels = {standing.value: str(standing.label) for standing in Standing}
    for row in ordered:
        row.label = labels[row.standing]
        row.kinds.sort(key=ORDER.__getitem__)
    for number, row in enumerate((row for row in ordered if not row.dismissed), start=1):
        row.number = number
    return ordered


@cache
def claims_of_a_draft() -> str:
    """The statement behind `rows_of`, which the ORM writes once: writing it took as long as fetching a hundred rows."""
    claims = Claim.objects.filter(draft=0).order_by().values_list(*FIELDS, "kinds__kind")
    statement, _draft = claims.query.sql_with_params()
    return statement


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
