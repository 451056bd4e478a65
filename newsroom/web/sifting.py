"""Which of a story's claims the rail lists under the filters, in which order, and which one comes next."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from operator import attrgetter
from typing import Any

from django.utils.translation import gettext_lazy as _

from newsroom.models import Article, Kind, User
from newsroom.text.kinds import risk_group, risk_rank
from newsroom.web import rail
from newsroom.web.filters import ORDERS, SHOWS, Filters
from newsroom.web.rail import Row
from newsroom.web.weights import weigh

BELONGS: dict[str, Callable[[Row], bool]] = {
    "open": attrgetter("to_do"),
    "mine": attrgetter("mine"),
    "disputed": attrgetter("disputed"),
    "short": attrgetter("short"),
    "changed": attrgetter("changed"),
    "talk": lambda row: bool(row.notes),
}
ALWAYS = ("open", "mine", "disputed", "all")  # these tabs are there even when they have nothing to show
# Where people go on from claim to claim although there is nothing to do; elsewhere the next one is the next to do.
LOOKED_THROUGH = ("mine", "disputed", "short", "talk", "dismissed")
HEADS = {
    "legal": _("Legal"),
    "quote": _("Quotes"),
    "superlative": _("Superlatives"),
    "number": _("Numbers and dates"),
    "name": _("Names"),
    "other": _("The rest"),
}


def matches(row: Row, filters: Filters) -> bool:
    """Whether the rail lists a row; dismissed ones have a filter of their own."""
    if filters.kind and filters.kind not in row.kinds:
        return False
    if row.dismissed or filters.show == "dismissed":
        return row.dismissed and filters.show == "dismissed"
    return filters.show not in BELONGS or BELONGS[filters.show](row)


def know(rows: Sequence[Row], filters: Filters, *, user: User, article: Article) -> None:
    """Add to bare rows what decides where they are listed: which are short, and for *mine* which are one's own."""
    weigh(article, rows)
    if filters.show == "mine":
        rail.add_own(rows, article.current, user)


def ordered(rows: Iterable[Row], filters: Filters) -> list[Row]:
    """The rows as the rail lists them; within one risk they stay in text order."""
    return sorted(rows, key=risk) if filters.order == "risk" else list(rows)


def risk(row: Row) -> int:
    return risk_rank(row.kinds, ["legal"] if row.legal else [])


def heads(rows: Iterable[Row], filters: Filters, shown: Collection[int]) -> dict[int, str]:
    """Claim -> what stands above it: the name of its risk above the first claim that is shown of each."""
    found: dict[str, int] = {}
    for row in rows if filters.order == "risk" else ():
        if row.id in shown:
            found.setdefault(risk_group(row.kinds, ["legal"] if row.legal else []), row.id)
    return {claim: str(HEADS[group]) for group, claim in found.items()}


def following(rows: Sequence[Row], after: int, filters: Filters) -> Row | None:
    """The next claim of the list behind the one with id `after`: the next to do, going round once; in a list of what
    was looked at already the next at all. None at the end.
    """
    listed = ordered(rows, filters)
    place = next((i for i, row in enumerate(listed) if row.id == after), -1)
    rest = listed[place + 1 :]
    if filters.show in LOOKED_THROUGH:
        return next((row for row in rest if matches(row, filters)), None)
    to_do = filters.but(show="open")
    return next((row for row in (*rest, *listed[: max(place, 0)]) if matches(row, to_do)), None)


def tabs(rows: Sequence[Row], filters: Filters) -> list[dict[str, Any]]:
    """The filters by state, each with its address and how many claims of the chosen kind it has; *Mine* and *Dismissed*
    have no number. What is empty is left out, but for those that are there always and the one that is on.
    """
    live = [row for row in rows if not row.dismissed and (not filters.kind or filters.kind in row.kinds)]
    count = {slug: sum(map(belongs, live)) for slug, belongs in BELONGS.items() if slug != "mine"} | {"all": len(live)}
    return [
        {
            "slug": slug,
            "label": label,
            "count": count.get(slug),
            "query": filters.but(show=slug).query,
            "on": slug == filters.show,
        }
        for slug, label in SHOWS.items()
        if slug in ALWAYS or slug == filters.show or count.get(slug)
    ]


def choices(rows: Iterable[Row], filters: Filters) -> dict[str, Any]:
    """What the menu beside the tabs offers: the orders, and the kinds that live claims have, with their numbers."""
    kind, order = dict(Kind.choices).get(filters.kind), ORDERS[filters.order] if filters.order else None
    found = Counter(kind for row in rows if not row.dismissed for kind in row.kinds)
    return {
        "orders": [
            {"label": label, "query": filters.but(order=slug).query, "on": slug == filters.order}
            for slug, label in ORDERS.items()
        ],
        "kinds_in": [
            {"label": kind.label, "n": found[kind], "query": filters.but(kind=kind).query, "on": kind == filters.kind}
            for kind in Kind
            if found[kind]
        ],
        "every_kind": filters.but(kind="").query,
        "dismissed": filters.but(show="dismissed").query,
        "chosen": [str(name) for name in (kind, order) if name],
        "unsifted": filters.but(kind="", order="").query,
    }
