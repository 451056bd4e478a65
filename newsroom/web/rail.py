"""The claims of a story as one-line rows: what the rail lists, filters and counts."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from newsroom.models import Claim, ClaimKind, Draft, Kind, Review, Standing, User, Verdict

LETTERS: dict[str, str] = {
    Standing.OPEN: "?",
    Standing.SOURCED: "S",
    Standing.DISPUTED: "D",
    Standing.OPINION: "O",
    Standing.SPLIT: "±",
    Standing.SUSPENDED: "!",
}
FILTERS = {
    "open": _("Open"),
    "mine": _("Mine"),
    "disputed": _("Disputed"),
    "changed": _("Changed"),
    "all": _("All"),
    "dismissed": _("Dismissed"),
}
TO_DO = (Standing.OPEN, Standing.SUSPENDED)
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
    number: int = 0
    label: str = ""
    initials: list[str] = field(default_factory=list)
    mine: bool = False
    kinds: list[str] = field(default_factory=list)

    @property
    def letter(self) -> str:
        return LETTERS[self.standing]

    @property
    def changed(self) -> bool:
        return self.standing == Standing.SUSPENDED or self.start is None

    @property
    def to_do(self) -> bool:
        return not self.dismissed and (self.standing in TO_DO or self.start is None)


def rows_of(draft: Draft) -> list[Row]:
    """Every claim of the draft in text order, bare, numbered as people see them (dismissed ones are not)."""
    claims = Claim.objects.filter(draft=draft).order_by("start", "end", "id").values_list(*FIELDS)
    rows = [Row(*values) for values in claims]
    labels = {standing.value: str(standing.label) for standing in Standing}
    for row in rows:
        row.label = labels[row.standing]
    for number, row in enumerate((row for row in rows if not row.dismissed), start=1):
        row.number = number
    return rows


def dress(rows: Sequence[Row], *, user: User, draft: Draft) -> None:
    """Add to every row of the draft who marked it, and its kinds: two queries."""
    claims = Claim.objects.filter(draft=draft)
    add_marks(rows, claims, user)
    by_id = {row.id: row for row in rows}
    for claim, kind in ClaimKind.objects.filter(claim__in=claims).order_by("id").values_list("claim", "kind"):
        by_id[claim].kinds.append(kind)


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


def initials(first: str, last: str, username: str) -> str:
    return User(first_name=first, last_name=last, username=username).initials


def counts(rows: Iterable[Row]) -> dict[str, int]:
    """Standing -> number of live claims, every standing present."""
    found = Counter(row.standing for row in rows if not row.dismissed)
    return {standing.value: found[standing] for standing in Standing}


def draw(row: Row, show: str, *, oob: bool = False) -> SafeString:
    """The row as HTML, written here because a template takes ten times as long over hundreds of them.

    `oob` makes it one that htmx swaps for the row with the same id.
    """
    return mark_safe(  # noqa: S308 - everything that people wrote is escaped
        f'<a id="row-{row.id}" class="row {row.standing}" href="?claim={row.id}&amp;show={escape(show)}"'
        f"{SWAPPED if oob else ''}>"
        f'<span class="badge {row.standing}" aria-hidden="true">{row.letter}</span>'
        f'<span class="t"><span class="visually-hidden">{row.number}, {row.label}: </span>'
        f"<bdi>{escape(row.wording)}</bdi></span>"
        f"<small>{' · '.join(remarks(row))}</small></a>"
    )


def remarks(row: Row) -> list[str]:
    """What stands at the end of a row, as HTML."""
    found = [] if row.accepted else [f"<i>{gettext('proposed')}</i>"]
    if row.legal:
        found.append(gettext("legal"))
    if row.initials:
        found.append(escape(" ".join(row.initials)))
    if row.notes:
        found.append(ngettext("%(n)s note", "%(n)s notes", row.notes) % {"n": row.notes})
    return found


def items(rows: Iterable[Row], show: str, shown: Collection[int]) -> SafeString:
    """List items for rows; those whose id is not in `shown` are there, but hidden."""
    return mark_safe(  # noqa: S308 - rows are escaped in `draw`
        "".join(f'<li id="claim-{row.id}"{"" if row.id in shown else " hidden"}>{draw(row, show)}</li>' for row in rows)
    )


BELONGS: dict[str, Callable[[Row], bool]] = {
    "open": lambda row: row.to_do,
    "mine": lambda row: row.mine,
    "disputed": lambda row: row.standing in (Standing.DISPUTED, Standing.SPLIT),
    "changed": lambda row: row.changed,
}


def matches(row: Row, show: str, kind: str = "") -> bool:
    """Whether a row belongs to a filter of the rail."""
    if row.dismissed or show == "dismissed":
        return row.dismissed and show == "dismissed"
    if kind and kind not in row.kinds:
        return False
    return show not in BELONGS or BELONGS[show](row)


def tabs(rows: Sequence[Row], show: str) -> list[dict[str, object]]:
    """The filters with how many claims each has (*Mine* says none: rows that are not dressed don't know).

    *Dismissed* is there only when there are some.
    """
    live = [row for row in rows if not row.dismissed]
    count = {slug: sum(map(belongs, live)) for slug, belongs in BELONGS.items() if slug != "mine"}
    count |= {"all": len(live), "dismissed": len(rows) - len(live)}
    return [
        {"slug": slug, "label": label, "count": count.get(slug), "on": slug == show}
        for slug, label in FILTERS.items()
        if slug != "dismissed" or count.get(slug)
    ]


def kinds_in(rows: Iterable[Row]) -> list[tuple[Kind, int]]:
    """The kinds that occur among live claims, in the order of the list of kinds, with their counts."""
    found = Counter(kind for row in rows if not row.dismissed for kind in row.kinds)
    return [(kind, found[kind]) for kind in Kind if found[kind]]


def next_to_do(rows: Sequence[Row], after: int) -> Row | None:
    """The first claim with something to do behind the one with id `after`, going round once; None when all is done."""
    place = next((i for i, row in enumerate(rows) if row.id == after), -1)
    return next((row for row in (*rows[place + 1 :], *rows[: place + 1]) if row.to_do and row.id != after), None)
