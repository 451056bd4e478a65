"""The notes of a document become work: claims on the words that they are about, with what was said in their threads."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.domain.anchoring import anchor_of
from newsroom.domain.proposing import Proposals
from newsroom.formats.document import Document
from newsroom.formats.notes import Note, Reply
from newsroom.models import Article, Claim, ClaimKind, Comment, Draft, Thread
from newsroom.text.graphemes import snap
from newsroom.text.kinds import kinds_of
from newsroom.text.places import Spot, places
from newsroom.text.sentences import sentences
from newsroom.text.spans import Span, trimmed

RULE, NO_SELECTION = "note in the draft", "note in the draft, no selection"
EDGES = " \t\n.,;:!?…"
LONGEST_NAME = 200


def take_notes(
    draft: Draft, document: Document, claims: Iterable[Claim], *, known: Collection[tuple[str, str]] = ()
) -> Proposals:
    """What the notes and links of a document come to on its draft; nothing is stored, and nothing of a note is lost.

    A note stands on the claim with the same words (punctuation at the ends apart), or on a new one on the words that
    it was given for; without a selection on the sentence before its mark, which the claim's rule says. A note that is
    marked nowhere is talk on the story. Answers follow in the same thread, under their authors' names; what was
    resolved there arrives resolved; what is `known` (name and text) came with an older draft. Addresses in notes, and
    links, become the *leads* of their claims.
    """
    noted = Proposals([], [], [], [], [], [])
    here = {bare(draft.text, claim): claim for claim in claims if claim.start is not None}
    for note, span in zip(document.notes, spans_of(draft, document), strict=True):
        said = [spoken for spoken in (note, *note.replies) if spoken.text.strip() and signed(spoken) not in known]
        if not said:
            continue
        claim = None
        if span is not None:
            claim = here.get(bare_span(draft.text, *span)) or new_claim(noted, draft, span, note)
            here[bare(draft.text, claim)] = claim
        talk(noted, draft, claim, said, resolved=note.resolved)
    lead_on(draft, document, here.values())
    return noted


def spans_of(draft: Draft, document: Document) -> list[Span | None]:
    """Where each note stands in the draft; None for one without a place."""
    asked = [(note.start or note.end or Spot(0, 0), note.end or Spot(0, 0)) for note in document.notes]
    found = [trimmed(draft.text, *snap(draft.text, *place)) for place in places(document.blocks, asked)]
    whole = sentences(draft.text) if any(note.start is None for note in document.notes) else []
    return [
        None if note.end is None else span if note.start and span.start < span.end else before(whole, span.end)
        for note, span in zip(document.notes, found, strict=True)
    ]


def before(found: Sequence[Span], place: int) -> Span | None:
    """The sentence that ends at a place, or the one around it."""
    number = bisect_left([sentence.start for sentence in found], place)
    return Span(*found[number - 1]) if number else None


def bare(text: str, claim: Claim) -> Span:
    return bare_span(text, claim.start or 0, claim.end or 0)


def bare_span(text: str, start: int, end: int) -> Span:
    """The span without white space and punctuation at its end, by which a claim and a note are the same words."""
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end)


def new_claim(noted: Proposals, draft: Draft, span: Span, note: Note) -> Claim:
    """A proposal on the words of a note."""
    claim = Claim(
        article=draft.article,
        draft=draft,
        start=span.start,
        end=span.end,
        wording=draft.text[span.start : span.end],
        rule=RULE if note.start else NO_SELECTION,
        version=draft.article.version + 1,
    )
    noted.claims.append(claim)
    noted.kinds.extend(ClaimKind(claim=claim, kind=kind) for kind in kinds_of(claim.wording))
    noted.anchors.append(anchor_of(claim, draft, span.start, span.end))
    return claim


def talk(noted: Proposals, draft: Draft, claim: Claim | None, said: Sequence[Reply], *, resolved: bool) -> None:
    """A thread with a note and its answers; what is resolved was so when the draft came in."""
    thread = Thread(article=draft.article, claim=claim, resolved_at=timezone.now() if resolved else None)
    noted.threads.append(thread)
    noted.comments.extend(as_comment(thread, spoken, number) for number, spoken in enumerate(said))
    if claim is not None:
        claim.notes += len(said)
        claim.leads += [lead(href, "") for spoken in said for href in spoken.addresses]


def as_comment(thread: Thread, said: Reply, number: int) -> Comment:
    """One remark under the name that the file gives it, at its time there."""
    return Comment(
        thread=thread,
        name=signed(said)[0],
        outside_id=f"{said.outside} {number}"[:100] if said.outside else "",
        text=signed(said)[1],
        at=aware(said.date),
    )


def signed(said: Reply) -> tuple[str, str]:
    """The name under which a remark is kept, and its text."""
    return said.author.strip()[:LONGEST_NAME] or _("no name given"), said.text.strip()


def known_notes(article: Article) -> set[tuple[str, str]]:
    """Name and text of every remark that came with a draft of the story."""
    brought = Comment.objects.filter(thread__article=article, account=None)
    return set(brought.values_list("name", "text"))


def aware(when: datetime | None) -> datetime:
    """A file's time; one without a zone is taken for the desk's own, and none for now."""
    if when is None:
        return timezone.now()
    return when if timezone.is_aware(when) else timezone.make_aware(when)


def lead_on(draft: Draft, document: Document, claims: Iterable[Claim]) -> None:
    """Each link becomes a lead of the claims that it stands in."""
    if not document.links:
        return
    spans = places(document.blocks, [(link.start, link.end) for link in document.links])
    for claim in claims:
        for link, (start, end) in zip(document.links, spans, strict=True):
            if (claim.start or 0) < end and start < (claim.end or 0):
                claim.leads.append(lead(link.href, draft.text[start:end]))


def lead(href: str, words: str) -> dict[str, str]:
    return {"href": href[:2000], "words": words[:200]}
