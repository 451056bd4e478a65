"""The parts of the review page that are swapped, and the whole page made of them."""

from collections.abc import Collection, Sequence
from typing import Any

from newsroom.domain.permissions import Verb, may
from newsroom.domain.recording import chain_of
from newsroom.models import Anchor, Article, Event, User
from newsroom.web import proof, rail
from newsroom.web.card import card
from newsroom.web.forms.review import MarkForm

APPEARS = ("add claim", "take dismissal back")


def page(
    article: Article, *, user: User, at: int = 0, show: str = "", kind: str = "", form: MarkForm | None = None
) -> dict[str, Any]:
    """Everything on the page; `at` is the claim to open, else the first one there with something to do."""
    draft = article.current
    rows = rail.rows_of(draft)
    rail.dress(rows, user=user, draft=draft)
    show = show if show in rail.FILTERS else ("open" if any(row.to_do for row in rows) else "all")
    shown = [row for row in rows if rail.matches(row, show, kind)]
    row = pick(rows, shown, at)
    return {
        "article": article,
        "blocks": proof.draw(draft, rows, selected=row.id if row else 0),
        "rows": [(item, item in shown or item is row) for item in rows if not item.dismissed or item in shown],
        "nothing_shown": not shown,
        "kinds_in": rail.kinds_in(rows),
        "kind": kind,
        "may_edit": may(user, Verb.EDIT, article),
        "may_assign": may(user, Verb.ASSIGN, article),
        **progress(article, rows, show),
        **({"selected": row, **card(article, row, user=user, form=form)} if row else {}),
    }


def pick(rows: Sequence[rail.Row], shown: Sequence[rail.Row], at: int) -> rail.Row | None:
    """The claim to open."""
    asked = next((row for row in rows if row.id == at), None)
    return asked or next((row for row in shown if row.to_do), shown[0] if shown else None)


def progress(article: Article, rows: Sequence[rail.Row], show: str, mine: set[int] | None = None) -> dict[str, Any]:
    """The progress line, the filters' numbers, and the version from which the page asks for changes."""
    return {
        "article": article,
        "counts": rail.counts(rows),
        "total": sum(not row.dismissed for row in rows),
        "tabs": rail.tabs(rows, show, mine=mine),
        "to_do": sum(row.to_do for row in rows),
        "show": show,
    }


def opened(article: Article, *, user: User, at: int, form: MarkForm | None = None) -> dict[str, Any] | None:
    """One claim's card alone; None when the draft has no such claim."""
    rows = rail.rows_of(article.current)
    row = next((row for row in rows if row.id == at), None)
    if row is None:
        return None
    rail.dress([row], user=user)
    total = sum(not row.dismissed for row in rows)
    return {"article": article, "selected": row, "total": total, **card(article, row, user=user, form=form)}


def after(article: Article, claim: int, *, user: User, show: str, move_on: bool) -> dict[str, Any]:
    """What a mark on `claim` changed: its row, its words and the progress; and the card that is open now."""
    rows = rail.rows_of(article.current)
    row = next(row for row in rows if row.id == claim)
    following = rail.next_to_do(rows, claim) if move_on else None
    selected = following or row
    rail.dress([row] if selected is row else [row, selected], user=user)
    return {
        "changed": [row],
        "blocks": proof.draw(article.current, rows, selected=selected.id, only=touched(article, [row])),
        "done": move_on and following is None,
        "selected": selected,
        **progress(article, rows, show, rail.marked_by(user, article.current)),
        **card(article, selected, user=user),
    }


def touched(article: Article, rows: Collection[rail.Row], moved: Collection[int] = ()) -> set[int]:
    """The numbers of the blocks that these claims stand in, or (for the ids in `moved`) ever stood in."""
    blocks = article.current.spans()
    spans = [(row.start, row.end) for row in rows]
    if moved:
        spans += Anchor.objects.filter(claim__in=moved, draft=article.current).values_list("start", "end")
    return {number for start, end in spans if end for number in proof.blocks_at(blocks, start or 0, end)}


def since(article: Article, version: int, *, user: User, at: int, show: str) -> dict[str, Any]:
    """What others did after `version`; the card open at `at` gets its marks and talk anew, never its form."""
    rows = rail.rows_of(article.current)
    fresh = [row for row in rows if row.version > version]
    live = [row for row in rows if not row.dismissed]
    rail.dress(fresh, user=user)
    events = Event.objects.filter(chain=chain_of(article), seq__gt=version, verb__in=APPEARS)
    new = {int(name.removeprefix("claim:")) for name in events.values_list("object", flat=True)}
    before = dict(zip([row.id for row in live], [0, *(row.id for row in live)], strict=False))
    selected = next((row for row in fresh if row.id == at), None)
    return {
        "changed": [row for row in fresh if not row.dismissed and row.id not in new],
        "inserted": [(before[row.id], row) for row in fresh if not row.dismissed and row.id in new],
        "removed": [row.id for row in fresh if row.dismissed and row.id != at],
        "blocks": proof.draw(
            article.current, rows, selected=at, only=touched(article, fresh, moved=[row.id for row in fresh])
        ),
        "selected": selected,
        **progress(article, rows, show, rail.marked_by(user, article.current)),
        **(card(article, selected, user=user) if selected else {}),
    }
