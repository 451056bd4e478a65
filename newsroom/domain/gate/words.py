"""Words that nobody has looked at, and speech that nobody is named for."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from newsroom.domain.covering import LABELS, Coverage, amount_left
from newsroom.domain.gate.problem import Problem, about, cited
from newsroom.models import Article, Claim, Draft, Quote
from newsroom.text.ledger import Gap

PLACES = {"headline": lazy("the headline"), "deck": lazy("the deck")}
NAMED = 3  # tokens of a class that are named; the rest are counted


def nameless(article: Article, claims: Sequence[Claim]) -> Iterator[Problem]:
    """Speech with something to check in it that nobody is named for. What no claim touches is left to the ledger."""
    silent = Quote.objects.filter(draft=article.draft_id, speaker="", doubtful=False, start__isnull=False)
    for quote in silent.order_by("start", "end", "id"):
        start, end = quote.start or 0, quote.end or 0
        inside = [claim for claim in claims if (claim.start or 0) < end and start < (claim.end or 0)]
        if inside:
            own = next((claim for claim in inside if claim.quote_id == quote.pk), inside[0])
            said = _("Nobody is named as the speaker of “%(words)s”.") % {"words": cited(quote.wording)}
            yield Problem("speaker", said, about(own))


def uncovered(found: Coverage) -> Iterator[Problem]:
    """One problem for each class of tokens with gaps, about the first of them."""
    for kind, tally in found.tallies.items():
        gaps = tally.uncovered
        if gaps:
            said = ", ".join(where(found, gap) for gap in gaps[:NAMED])
            if len(gaps) > NAMED:
                more = len(gaps) - NAMED
                said += ngettext(" and %(n)s more", " and %(n)s more", more) % {"n": more}
            numbers = {"label": LABELS[kind], "left": amount_left(tally), "said": said}
            text = _("%(label)s, %(left)s: %(said)s.") % numbers
            yield Problem("uncovered", text, f"token:{gaps[0].start}-{gaps[0].end}")


def where(found: Coverage, gap: Gap) -> str:
    """A token with its place in the story, e.g. “12” in caption 2."""
    said = {"words": cited(found.draft.text[gap.start : gap.end], 40), "place": place_of(found.draft, gap.at)}
    return _("“%(words)s” in %(place)s") % said


def place_of(draft: Draft, at: int) -> str:
    """Where the code point `at` stands, a paragraph with its number on the page: "paragraph 4", "caption 2"."""
    before = [block for block in draft.blocks if block["start"] <= at]
    part, kind = (before[-1]["part"], before[-1]["type"]) if before else ("", "")
    if part != "body":
        return str(PLACES.get(part, part))
    if kind == "heading":
        return _("a heading")
    numbered = [block for block in before if block["part"] != "headline" and block["type"] != "heading"]
    return _("paragraph %(n)s") % {"n": len(numbered)}
