"""The notes of a document become work: claims on the words that they are about, with what was said in their threads."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from django.utils import timezone

from newsroom.domain.anchoring import anchor_of
from newsroom.domain.following import key, placements
from newsroom.domain.proposing import Proposals
from newsroom.domain.remembering import Known, aware, signed
from newsroom.formats.document import Document
from newsroom.formats.notes import Note, Reply
from newsroom.models import Claim, ClaimKind, Comment, Draft, Thread
from newsroom.text.graphemes import snap
from newsroom.text.kinds import kinds_of
from newsroom.text.places import Spot, places
from newsroom.text.sentences import sentences
from newsroom.text.spans import Span, trimmed

RULE, NO_SELECTION = "note in the draft", "note in the draft, no selection"
EDGES = " \t\n.,;:!?…"


def take_notes(draft: Draft, document: Document, claims: Iterable[Claim], *, known: Known | None = None) -> Proposals:
    """What the notes and links of a document come to on its draft; nothing is stored, and nothing of a note is lost.

    A note stands on the live claim with the same words (punctuation at the ends apart), or on a new one on the words
    that it was given for; without a selection on the sentence before its mark, which the claim's rule says. A note that
    is marked nowhere is talk on the story. Answers follow in the same thread, under their authors' names; what was
    resolved there arrives resolved; what is `known` came with an older draft, and fresh answers to it join its thread,
    which `known` keeps among the settled if the file has it resolved by now.
    Addresses in notes, and links, become the *leads* of their claims.
    """
    noted = Proposals([], [], [], [], [], [])
    talked = [claim for claim in claims if not claim.dismissed]
    here = {bare(draft.text, claim): claim for claim in talked if claim.start is not None}
    spans = spans_of(draft, document)
    known = known or Known()
    old = known.among(
        zip(document.notes, [span and here.get(bare_span(draft.text, *span)) for span in spans], strict=True)
    )
    known.settle(document.notes, old)
    for note, span in zip(document.notes, spans, strict=True):
        said = [spoken for spoken in (note, *note.replies) if spoken.text.strip() and id(spoken) not in old]
        thread = known.thread_of(note, old, talked) if said else None
        if thread:
            claim = next((claim for claim in talked if claim.pk == thread.claim_id), None)
            talk(noted, thread, claim, said, number=known.count(thread))
        elif said:
            claim = here.get(bare_span(draft.text, *span)) or new_claim(noted, draft, span, note) if span else None
            if claim:
                here[bare(draft.text, claim)] = claim
            talk(noted, new_thread(noted, draft, claim, resolved=note.resolved), claim, said)
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


def new_thread(noted: Proposals, draft: Draft, claim: Claim | None, *, resolved: bool) -> Thread:
    """A thread for a note and its answers; what is resolved was so when the draft came in."""
    thread = Thread(article=draft.article, claim=claim, resolved_at=timezone.now() if resolved else None)
    noted.threads.append(thread)
    return thread


def talk(noted: Proposals, thread: Thread, claim: Claim | None, said: Sequence[Reply], *, number: int = 0) -> None:
    """What was said in a thread, in which so many remarks are already."""
    noted.comments.extend(as_comment(thread, spoken, n) for n, spoken in enumerate(said, start=number))
    if claim is not None:
        claim.notes += len(said)
        add_leads(claim, [lead(href, "") for spoken in said for href in spoken.addresses])


def as_comment(thread: Thread, said: Reply, number: int) -> Comment:
    """One remark under the name that the file gives it, at its time there."""
    return Comment(
        thread=thread,
        name=signed(said)[0],
        outside_id=f"{said.outside} {number}"[:100] if said.outside else "",
        text=signed(said)[1],
        at=aware(said.date),
    )


def lead_on(draft: Draft, document: Document, claims: Iterable[Claim]) -> None:
    """Each link becomes a lead of the claims that it stands in."""
    if not document.links:
        return
    spans = places(document.blocks, [(link.start, link.end) for link in document.links])
    for claim in claims:
        for link, (start, end) in zip(document.links, spans, strict=True):
            if (claim.start or 0) < end and start < (claim.end or 0):
                add_leads(claim, [lead(link.href, draft.text[start:end])])


def hand_on(old: Draft, draft: Draft, claims: Sequence[Claim]) -> None:
    """The leads of proposals that stayed behind on the draft before go to the claims that stand on their words now.

    A lead goes where the words that it was on are; where none of these claims has them, to all.
    """
    left = list(Claim.objects.filter(draft=old, dismissed=False).exclude(leads=[]).select_related("anchor"))
    placed = placements(old, draft, left, ()) if left else {}
    for proposal in left:
        start, end, *_rest = placed[key(proposal)]
        there = [claim for claim in claims if (claim.start or 0) < (end or 0) and (start or 0) < (claim.end or 0)]
        for lead in proposal.leads:
            for claim in [claim for claim in there if lead["words"] in claim.wording] or there:
                add_leads(claim, [lead])


def add_leads(claim: Claim, leads: Iterable[dict[str, str]]) -> None:
    """Each lead once, however many drafts it comes with."""
    claim.leads += [lead for lead in leads if lead not in claim.leads]


def lead(href: str, words: str) -> dict[str, str]:
    return {"href": href[:2000], "words": words[:200]}
