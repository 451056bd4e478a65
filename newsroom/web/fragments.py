"""The parts of the review page that are swapped, and the whole page made of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db.models import Q

from newsroom.domain import shifting
from newsroom.domain.permissions import Verb, may
from newsroom.domain.recording import chain_of
from newsroom.domain.voiding import Signature, signatures
from newsroom.models import Anchor, Article, Claim, Event, Review, User
from newsroom.web import proof, rail, sifting
from newsroom.web.card import buttons, card, talk
from newsroom.web.filters import Filters
from newsroom.web.forms.review import MarkForm
from newsroom.web.pieces import pieces
from newsroom.web.weights import weigh


def page(
    article: Article, *, user: User, filters: Filters, at: int | None = 0, form: MarkForm | None = None
) -> dict[str, Any]:
    """Everything on the page; `at` is the claim to open (None leaves all closed), else the first with work is open."""
    draft = article.current
    rows = rail.rows_of(draft)
    rail.add_marks(rows, Claim.objects.filter(draft=draft), user)
    signed = signatures(article) if getattr(article, "was_signed", True) else []
    weigh(article, rows, signed)
    if not filters.show:
        filters = filters.but(show="open" if any(row.to_do for row in rows) else "all")
    in_order = sifting.ordered(rows, filters)
    shown = [row for row in in_order if sifting.matches(row, filters)]
    row = pick(rows, shown, at)
    ids = {item.id for item in shown}
    listed = [item for item in in_order if not item.dismissed or item.id in ids]
    place = listed.index(row) if row in listed else len(listed)
    heads = sifting.heads(listed, filters, ids)
    return {
        "article": article,
        "blocks": proof.draw(draft, rows, proof.opening(filters), selected=row.id if row else 0),
        "above": rail.items(listed[:place], filters, ids, heads),
        "head": heads.get(row.id) if row else None,
        "line": rail.draw(row, filters) if row else "",
        "below": rail.items(listed[place + 1 :], filters, ids, heads),
        "nothing_shown": not shown,
        **state_of(signed),
        "may_edit": may(user, Verb.EDIT, article),
        "may_draft": may(user, Verb.ADD_DRAFT, article),
        "may_assign": may(user, Verb.ASSIGN, article),
        **sifting.choices(rows, filters),
        **progress(article, rows, filters),
        **(card(article, row, user=user, form=form) if row else {}),
    }


def state_of(signed: list[Signature]) -> dict[str, Any]:
    """What `signing/state.html` shows: the signatures, and the sources that changed since, each once."""
    sources = {shift.source.pk: shift.source for shifts in shifting.since(signed).values() for shift in shifts}
    return {"signatures": signed, "shifted": list(sources.values())}


def pick(rows: Sequence[rail.Row], shown: Sequence[rail.Row], at: int | None) -> rail.Row | None:
    """The claim to open."""
    if at is None:
        return None
    asked = next((row for row in rows if row.id == at), None)
    return asked or next((row for row in shown if row.to_do), shown[0] if shown else None)


def progress(article: Article, rows: Sequence[rail.Row], filters: Filters) -> dict[str, Any]:
    """The progress line, the filters' numbers, and the version from which the page asks for changes."""
    return {
        "article": article,
        "counts": rail.counts(rows),
        "total": sum(not row.dismissed for row in rows),
        "tabs": sifting.tabs(rows, filters),
        "to_do": sum(row.to_do for row in rows),
        "filters": filters,
    }


def opened(
    article: Article, *, user: User, at: int, filters: Filters, form: MarkForm | None = None
) -> dict[str, Any] | None:
    """One claim's card alone, on a page with these filters; None when the draft has no such claim."""
    rows = rail.rows_of(article.current)
    row = next((row for row in rows if row.id == at), None)
    if row is None:
        return None
    total = sum(not row.dismissed for row in rows)
    weigh(article, [row])
    return {"article": article, "total": total, "filters": filters, **card(article, row, user=user, form=form)}


def after(
    article: Article, claim: Claim, *, user: User, filters: Filters, move_on: bool, anchor: int
) -> dict[str, Any]:
    """What a deed on `claim` changed: its row, its words and the progress; and of the card what that changes.

    `kept` says that the card of the page can stay: nobody moves on, and it shows the words (`anchor`) that the claim
    has now, so that only its marks and comments are new. `claim` may be as the verb left it, or have an id alone.
    """
    rows = rail.rows_of(article.current)
    sifting.know(rows, filters, user=user, article=article)
    row = next(row for row in rows if row.id == claim.pk)
    following = sifting.following(rows, row.id, filters) if move_on else None
    kept = following is None and row.anchor == anchor
    said = talk(article, row, user=user, claim=claim)
    if not kept:
        said = card(article, following or row, user=user)
    selected, letter = (following or row).id, proof.opening(filters)
    return {
        "changed": [rail.draw(row, filters, oob=True)],
        "blocks": proof.draw(article.current, rows, letter, selected=selected, only=touched(article, row)),
        "done": move_on and following is None,
        "kept": kept,
        **progress(article, rows, filters),
        **said,
    }


def touched(article: Article, *rows: rail.Row | Anchor) -> set[int]:
    """The numbers of the blocks that claims stand in, or stood in."""
    starts = [block["start"] for block in article.current.blocks]
    return {number for row in rows if row.end for number in proof.blocks_at(starts, row.start or 0, row.end)}


def anchors(article: Article, moved: Collection[int], shown: int) -> list[Anchor]:
    """Wherever these claims stood in the draft, and the anchor that a page showed (0 for none); one query, if any."""
    if not moved and not shown:
        return []
    return list(Anchor.objects.filter(Q(claim__in=moved, draft=article.draft_id) | Q(pk=shown)))


def reviews_of(rows: Iterable[rail.Row]) -> dict[int, Claim]:
    """The claims of these rows with their history, which is all that is read of them; one query, if any."""
    claims = {row.id: Claim(pk=row.id) for row in rows}
    for claim in claims.values():
        claim.history = []
    for review in Review.objects.filter(claim__in=claims).in_full() if claims else ():
        claims[review.claim_id].history.append(review)
    return claims


def since(article: Article, version: int, *, user: User, at: int, anchor: int, filters: Filters) -> dict[str, Any]:
    """What others did after `version`; the card open at `at` gets its marks, its talk and, when the claim was put aside
    or taken back, its buttons anew, but never the box and what is typed in it.

    `anchor` is the one that the form there was made for: where the claim has another now, the card says so.
    """
    rows = rail.rows_of(article.current)
    sifting.know(rows, filters, user=user, article=article)
    fresh = [row for row in rows if row.version > version]
    given = reviews_of(fresh)
    for row in fresh:
        rail.add_given(row, given[row.id].history, user)
    deeds = deeds_since(article, version)
    new, moved = deeds["add claim"] | deeds["take dismissal back"] - {at}, deeds["change bounds"]
    turned = at in deeds["dismiss claim"] | deeds["take dismissal back"]
    evident = any(at in deeds[f"{verb} evidence"] for verb in ("attach", "change", "withdraw", "answer"))
    evident = evident or bool(deeds[shifting.VERB])
    live = [row.id for row in sifting.ordered(rows, filters) if not row.dismissed]
    before = dict(zip(live, [0, *live], strict=False))
    shown = {row.id for row in fresh if sifting.matches(row, filters)}
    selected, letter = next((row for row in fresh if row.id == at), None), proof.opening(filters)
    stood = anchors(article, moved, anchor if selected and selected.anchor != anchor else 0)
    return {
        "changed": [rail.draw(row, filters, oob=True) for row in fresh if not row.dismissed and row.id not in new],
        "inserted": [
            (before[row.id], rail.items([row], filters, shown)) for row in fresh if not row.dismissed and row.id in new
        ],
        "removed": [row.id for row in fresh if row.dismissed and row.id != at],
        "blocks": proof.draw(article.current, rows, letter, selected=at, only=touched(article, *fresh, *stood)),
        **progress(article, rows, filters),
        **(talk(article, selected, user=user, claim=given[at]) if selected else {}),
        **(pieces(at) if evident else {}),
        "evident": evident,
        **(buttons(article, user=user) if turned else {}),
        "turned": turned,
        "showed": {"anchor": anchor},
        "outdated": outdated(selected, anchor, stood) if selected else "",
    }


def outdated(row: rail.Row, anchor: int, stood: Iterable[Anchor]) -> str:
    """What is new about a claim since the page showed it with `anchor`: its "words", its "speaker", or nothing."""
    if row.anchor == anchor:
        return ""
    return "speaker" if any((old.pk, old.wording) == (anchor, row.wording) for old in stood) else "words"


def deeds_since(article: Article, version: int) -> defaultdict[str, set[int]]:
    """Verb -> the ids of the claims (or sources) that it was done to after `version`."""
    events = Event.objects.filter(chain=chain_of(article), seq__gt=version)
    deeds: defaultdict[str, set[int]] = defaultdict(set)
    for verb, name in events.values_list("verb", "object"):
        kind, _colon, pk = name.partition(":")
        if kind in ("claim", "source"):
            deeds[verb].add(int(pk))
    return deeds
