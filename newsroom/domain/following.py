"""Claims and quotes follow their words into a new draft, and marks stay only where the meaning did."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from newsroom.domain.anchoring import suspend
from newsroom.domain.hearing import HEARD, hear_again
from newsroom.models import Anchor, AnchorState, Article, Claim, Draft, Quote
from newsroom.text.anchors import Placed, context, reanchor
from newsroom.text.marks import stretches
from newsroom.text.spans import Span

BATCH = 500
PLACE = ["draft", "anchor", "start", "end", "wording", "state"]


@dataclass(frozen=True, slots=True)
class Followed:
    """The claims and quotes that came along, each where it stands now, and how many marks are suspended."""

    claims: list[Claim]
    quotes: list[Quote]
    suspended: int

    @property
    def counts(self) -> dict[str, int]:
        """How many live claims are in each state."""
        return dict(Counter(claim.state for claim in self.claims if not claim.dismissed))


def follow(article: Article, old: Draft, draft: Draft, *, heard: Sequence[Quote] = ()) -> Followed:
    """Carry to `draft` every claim that a person has acted on or talked about, the quotes that those stand in, and
    those whose speaker a person named.

    A dismissed claim has a place only while its words say the same: what changed has to be looked at again, and it
    stays among the dismissed, with all that was said of it. A claim whose words were cut before is looked for again in
    the draft where it last stood. `heard` are the quotes that were found in the new draft: they say who speaks where no
    person has named the speaker. The story is locked.
    """
    claims = acted_on(old)
    spoken = Q(pk__in={claim.quote_id for claim in claims}) | Q(named_by__isnull=False, draft=old)
    quotes = list(Quote.objects.filter(spoken, article=article).select_related("anchor"))
    placed = placements(old, draft, claims, quotes)
    for quote, why in hear_again([(quote, placed[key(quote)]) for quote in quotes], heard):
        for claim in claims:
            if claim.quote_id == quote.pk and not gone_or_changed(placed[key(claim)]):
                placed[key(claim)] = placed[key(claim)]._replace(changed=True, why=why)
    lift_dismissed(claims, placed)
    settle_twins(claims, placed)
    things: list[Claim | Quote] = [*claims, *quotes]
    anchors = [stand(thing, draft, placed[key(thing)]) for thing in things]
    Anchor.objects.bulk_create(anchors, batch_size=BATCH)
    changed = {claim: reason(placed[key(claim)], draft) for claim in claims if gone_or_changed(placed[key(claim)])}
    suspended = suspend(changed, authors=article.written_by)
    for claim in claims:
        claim.version = article.version + 1
    Quote.objects.bulk_update(quotes, [*PLACE, *HEARD, "marked"], batch_size=BATCH)
    Claim.objects.bulk_update(claims, [*PLACE, "standing", "version"], batch_size=BATCH)
    return Followed(claims, quotes, len(suspended))


def acted_on(draft: Draft) -> list[Claim]:
    """The claims on a draft that people accepted, dismissed or talked about: those that follow their words."""
    acted = Q(accepted=True) | Q(notes__gt=0)
    return list(Claim.objects.filter(acted, draft=draft).select_related("anchor").order_by("pk"))


def foresee(old: Draft, draft: Draft) -> list[tuple[Claim, Placed]]:
    """Where `follow` would carry the live claims, by their words alone; nothing is stored."""
    claims = acted_on(old)
    placed = placements(old, draft, claims, ())
    lift_dismissed(claims, placed)
    settle_twins(claims, placed)
    return [(claim, placed[key(claim)]) for claim in claims if not claim.dismissed]


def placements(
    old: Draft, draft: Draft, claims: Iterable[Claim], quotes: Iterable[Quote]
) -> dict[tuple[str, int], Placed]:
    """Where each stands in the new draft, looked for from the draft in which it last had a place."""
    last = last_places([*claims, *quotes])
    drafts = {old.pk: old} | {row.pk: row for row in Draft.objects.filter(pk__in={a.draft_id for a in last.values()})}
    found: dict[tuple[str, int], Placed] = {}
    for pk, origin in drafts.items():
        here = {name: anchor for name, anchor in last.items() if anchor.draft_id == pk}
        spans = [Span(anchor.start or 0, anchor.end or 0) for anchor in here.values()]
        placed = reanchor(
            origin.text,
            draft.text,
            spans,
            old_blocks=[(block.start, block.end) for block in origin.spans()],
            new_blocks=[(block.start, block.end) for block in draft.spans()],
            language=draft.article.language,
        )
        found |= zip(here, placed, strict=True)
    return found


def key(thing: Claim | Quote) -> tuple[str, int]:
    return (type(thing).__name__, thing.pk)


def last_places(things: Sequence[Claim | Quote]) -> dict[tuple[str, int], Anchor]:
    """Each thing's newest anchor that has a place: its current one, or for a cut one an older."""
    last = {key(thing): thing.anchor for thing in things if thing.anchor and thing.start is not None}
    for model, field in ((Claim, "claim"), (Quote, "quote")):
        lost = [thing.pk for thing in things if isinstance(thing, model) and thing.start is None]
        rows = Anchor.objects.filter(**{f"{field}__in": lost}, start__isnull=False) if lost else ()
        last |= {(model.__name__, getattr(row, f"{field}_id")): row for row in rows}  # the highest number comes last
    return last


def gone_or_changed(place: Placed) -> bool:
    return place.changed or place.start is None


def lift_dismissed(claims: Iterable[Claim], placed: dict[tuple[str, int], Placed]) -> None:
    """A dismissal is for its words: on others the claim has no place, so that these are proposed afresh."""
    for claim in claims:
        place = placed[key(claim)]
        if claim.dismissed and place.changed and place.start is not None:
            placed[key(claim)] = place._replace(start=None, end=None, state=AnchorState.CUT)


def settle_twins(claims: Iterable[Claim], placed: dict[tuple[str, int], Placed]) -> None:
    """Two live claims can't stand on exactly the same words: the one that had no place before, else the one that was
    made later, is for a person to place.
    """
    first: dict[tuple[int | None, int | None], int] = {}
    for claim in sorted(claims, key=lambda claim: (claim.start is None, claim.pk)):
        place = placed[key(claim)]
        if place.start is None or claim.dismissed:
            continue
        if (place.start, place.end) in first:
            why = _("another claim stands on the same words now")
            placed[key(claim)] = Placed(None, None, AnchorState.AMBIGUOUS, changed=True, why=why)
        first.setdefault((place.start, place.end), claim.pk)


def stand(thing: Claim | Quote, draft: Draft, place: Placed) -> Anchor:
    """The next anchor of a claim or quote, not yet stored, copied to it; without a place it keeps its last words."""
    wording, around = thing.wording, ("", "")
    if place.start is not None and place.end is not None:
        wording, around = draft.text[place.start : place.end], context(draft.text, place.start, place.end)
    thing.anchor = anchor = Anchor(
        claim=thing if isinstance(thing, Claim) else None,
        quote=thing if isinstance(thing, Quote) else None,
        number=(thing.anchor.number if thing.anchor else 0) + 1,
        draft=draft,
        start=place.start,
        end=place.end,
        wording=wording,
        prefix=around[0],
        suffix=around[1],
        state=place.state,
        why=place.why[:400],
    )
    if isinstance(thing, Quote) and wording != thing.wording:
        thing.marked = [[stretch.start, stretch.end] for stretch in stretches(wording) if not stretch.depth]
    thing.draft, thing.state, thing.wording = draft, place.state, wording
    thing.start, thing.end = place.start, place.end
    return anchor


def reason(place: Placed, draft: Draft) -> str:
    """Why marks on a claim no longer count, in a sentence of at most 400 characters."""
    return (place.why or _("its words are not in draft %(n)s") % {"n": draft.number})[:400]
