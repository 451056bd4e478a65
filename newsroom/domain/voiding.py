"""Which signatures still stand: always worked out from the drafts, never stored."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from newsroom.domain import shifting
from newsroom.domain.anchoring import short
from newsroom.models import Anchor, AnchorState, Article, SignOff
from newsroom.models.anchor import UNPLACED


class Signature(NamedTuple):
    """A signature, and why it is void ("" while it stands)."""

    row: SignOff
    void: str

    @property
    def scoped(self) -> bool:
        """Whether it is for passages, so that a change elsewhere leaves it standing."""
        return bool(self.row.scope)


def signatures(article: Article) -> list[Signature]:
    """All signatures of a story in the order they were given; one query, and one more where a legal one is older than
    the draft.
    """
    return judged(article, given(article))


def given(article: Article) -> list[SignOff]:
    rows = article.signoffs.select_related("by", "draft", "policy").defer("draft__text", "draft__blocks")
    return list(shifting.with_shifts(rows).order_by("at", "id"))


def newest(article: Article) -> SignOff | None:
    """The newest signature that is not void: of those on the current draft, if any stands, which takes one query."""
    rows = given(article)
    here = standing(judged(article, [row for row in rows if row.draft_id == article.draft_id]))
    stands = here or standing(judged(article, rows))
    return stands[-1] if stands else None


def standing(found: Iterable[Signature]) -> list[SignOff]:
    """The signatures that are not void."""
    return [signature.row for signature in found if not signature.void]


def void(signoff: SignOff) -> str:
    """Why a signature no longer stands, as a sentence; "" while it does."""
    return judged(signoff.article, [signoff])[0].void


def judged(article: Article, rows: list[SignOff]) -> list[Signature]:
    """Any later draft voids a signature on the whole text; one on passages only where one of these changed. Those of
    people who turned out to be authors are void.
    """
    older = [row for row in rows if row.draft_id != article.draft_id]
    void = {row.pk: _("void since draft %(n)s: the text changed") % {"n": row.draft.number + 1} for row in older}
    void |= {row.pk: "" for row in older if row.scope} | changes([row for row in older if row.scope])
    own = [row for row in rows if row.by_id in article.written_by]
    void |= {row.pk: _("void: %(who)s is an author of the story") % {"who": row.by} for row in own}
    return [Signature(row, void.get(row.pk, "")) for row in rows]


def changes(rows: list[SignOff]) -> dict[uuid.UUID, str]:
    """Signature id -> which of its passages a newer draft changed first, and how; only those that changed."""
    if not rows:
        return {}
    ids = {passage["claim"] for row in rows for passage in row.scope}
    oldest = min(row.draft_id for row in rows)
    carried: defaultdict[int, list[Anchor]] = defaultdict(list)
    later = Anchor.objects.filter(claim__in=ids, draft__gt=oldest).select_related("draft")
    for anchor in later.defer("draft__text", "draft__blocks").order_by("draft__number", "number"):
        carried[anchor.claim_id or 0].append(anchor)
    found = {row.pk: list(changed(row, carried)) for row in rows}
    return {pk: min(said)[1] for pk, said in found.items() if said}


def changed(row: SignOff, carried: dict[int, list[Anchor]]) -> Iterable[tuple[int, str]]:
    """For each passage of a signature that a newer draft changed: the number of that draft, and a sentence."""
    for passage in row.scope:
        for anchor in carried.get(passage["claim"], ()):
            how = change(anchor, passage["wording"]) if anchor.draft.number > row.draft.number else ""
            if how:
                said = {"n": anchor.draft.number, "words": short(passage["wording"]), "how": how}
                yield anchor.draft.number, _("void since draft %(n)s: “%(words)s” %(how)s") % said
                break


def change(anchor: Anchor, signed: str) -> str:
    """What a draft did to a passage; "" for nothing. Bounds that a person moved on the same text change no text."""
    if anchor.by_id is not None:
        return ""
    if anchor.state == AnchorState.AMBIGUOUS:
        return _("can no longer be placed for certain")
    if anchor.state in UNPLACED:
        return _("is not in it any more")
    if anchor.wording != signed and anchor.state == AnchorState.REWORDED:
        return _("reads “%(now)s” now") % {"now": short(anchor.wording)}
    return _("means something else: %(why)s") % {"why": anchor.why} if anchor.why else ""
