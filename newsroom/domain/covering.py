"""How much of a story has been looked at: the same numbers for the page, the command and the gate."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.models import Article, Claim, Dismissal, Draft
from newsroom.text.changes import material
from newsroom.text.coverage import Token, tokens
from newsroom.text.ledger import Tally, ledger
from newsroom.text.spans import Span

LABELS = {
    "sentence": _("Sentences"),
    "number": _("Numbers"),
    "date": _("Dates"),
    "quotation": _("Quotations"),
    "name": _("Names"),
    "superlative": _("Superlatives"),
}


@dataclass(frozen=True, slots=True)
class Coverage:
    """A draft's tokens in text order and, class by class in the order of LABELS, which of them are covered.

    `spans` are the words that count as looked at, `proposals` the claims that nobody has acted on yet, which cover
    nothing, and `dismissals` the rows that still hold, with the place of their words.
    """

    draft: Draft
    tokens: list[Token]
    tallies: dict[str, Tally]
    spans: list[Span]
    proposals: list[Claim]
    dismissals: list[tuple[Dismissal, Span]]

    @property
    def complete(self) -> bool:
        return not any(tally.uncovered for tally in self.tallies.values())


def coverage(
    article: Article, live: Sequence[Claim] | None = None, rows: Iterable[Dismissal] | None = None
) -> Coverage:
    """What of the story's current draft somebody has looked at; two queries, whatever it holds.

    A token is covered in a live claim that a person has accepted, or in words that were dismissed ("no fact here") and
    still read as they did then. Proposals cover nothing. `live` are the placed claims in text order and `rows` what
    `dismissed` gives, where they were read already.
    """
    draft = article.current
    found = tokens(draft.text, language=article.language)
    live = list(placed(draft) if live is None else live)
    sentences = [token for token in found if token.kind == "sentence"]
    dismissals = list(standing(article, draft, sentences, rows))
    spans = [Span(claim.start or 0, claim.end or 0) for claim in live if claim.accepted]
    spans += [place for _row, place in dismissals]
    return Coverage(
        draft=draft,
        tokens=found,
        tallies=ledger(draft.text, found, spans),
        spans=spans,
        proposals=[claim for claim in live if not claim.accepted],
        dismissals=dismissals,
    )


def amount_left(tally: Tally) -> str:
    """How much of a class nobody has looked at, in the words of every door: "21 of 43 left"."""
    if not tally.all:
        return gettext("none")
    return gettext("%(n)s of %(all)s left") % {"n": len(tally.uncovered), "all": tally.all}


def placed(draft: Draft) -> QuerySet[Claim]:
    """The live claims that have a place, in text order."""
    rows = Claim.objects.filter(draft=draft, dismissed=False, start__isnull=False)
    return rows.only("start", "end", "wording", "accepted", "article_id", "draft_id").order_by("start", "end", "id")


def dismissed(article: Article) -> QuerySet[Dismissal]:
    """What was dismissed in a story, on whichever draft, and not taken back; the oldest first."""
    rows = Dismissal.objects.filter(draft__article=article, takes_back=None, taken_back_by=None)
    return rows.select_related("claim", "by").order_by("id")


def standing(
    article: Article, draft: Draft, sentences: Iterable[Token], rows: Iterable[Dismissal] | None = None
) -> Iterator[tuple[Dismissal, Span]]:
    """The dismissals that hold for this draft, with the place of their words in it.

    A claim's holds where the claim stands, as long as it says what was dismissed (in other quotation marks, perhaps).
    One of bare words holds on the draft that it was made for; on a later one where whole sentences read exactly so, but
    nowhere when more of them do than were dismissed: then nobody can tell which was meant.
    """
    elsewhere: defaultdict[str, list[Dismissal]] = defaultdict(list)
    here: set[Span] = set()
    for row in dismissed(article) if rows is None else rows:
        claim = row.claim
        if claim is not None and claim.draft_id == draft.pk:
            same = claim.wording == row.wording or not material(row.wording, claim.wording, language=article.language)
            if claim.start is not None and claim.end is not None and same:
                yield row, Span(claim.start, claim.end)
        elif row.draft_id == draft.pk:
            here.add(place := Span(row.start, row.end))
            yield row, place
        else:
            elsewhere[row.wording].append(row)
    whole = list(sentences)
    for wording, old in elsewhere.items():
        places = [place for place in read_so(draft.text, wording, whole) if place not in here]
        if len(places) <= len(old):
            yield from zip(old, places, strict=False)


def read_so(text: str, wording: str, sentences: Iterable[Token]) -> Iterator[Span]:
    """Where one or more whole sentences of a text read exactly like `wording`."""
    ends = {sentence.end for sentence in sentences}
    for sentence in sentences:
        end = sentence.start + len(wording)
        if end in ends and text.startswith(wording, sentence.start):
            yield Span(sentence.start, end)
