"""A story with much of everything: claims in every state with all that people do about them, sources with files and
snapshots, drafts, signatures, errata. Made by the verbs, so that it could have happened on a desk.
"""

import uuid
from datetime import date

from django.utils import timezone

from newsroom.domain import (
    asking,
    assigning,
    attaching,
    claiming,
    correcting,
    dismissing,
    registering,
    sealing,
    settling,
    sourcing,
    vouching,
    workflow,
)
from newsroom.domain.calculating import Figure
from newsroom.domain.ciphering import Secret
from newsroom.domain.drafting import add_draft
from newsroom.models import Access, Article, Claim, Correction, Role, Snapshot, Source, Stance, Status, User, Verdict
from tests import factories

PARAGRAPH = (
    "Pier {n} has {n}2 lamps.",
    "Prosecutors accused Jonas Vale of stealing {n}3 crowns.",
    "“We counted {n}4 boats,” said Marta Lindqvist.",
    "Repairs of pier {n} took {n}5 days.",
    "Pier {n} is the longest of {n}6 piers.",
    "“It cost {n}7 crowns.”",
    "Passengers used ferry {n} meanwhile.",
)


class Plenty:
    """The desk; each `fill` does all deeds again, once in each of `rows` paragraphs that nobody has touched."""

    def __init__(self, rows: int, fills: int = 2) -> None:
        self.rows, self.filled = rows, 0
        self.checker, self.second = factories.user(Role.CHECKER), factories.user(Role.CHECKER)
        self.editor, self.legal = factories.user(Role.EDITOR), factories.user(Role.LEGAL)
        self.reporter = factories.user(Role.REPORTER)
        self.people = [self.checker, self.second, self.editor, self.legal, self.reporter]
        self.texts = [" ".join(PARAGRAPH).format(n=n) for n in range(100, 100 + rows * fills)]
        facts = {"byline": "By Ann Berg", "desk": "City", "access": Access.RESTRICTED}
        self.pk = factories.article(self.editor, "\n\n".join(self.texts), authors=(self.reporter,), **facts).pk
        self.admit(Role.CHECKER)
        self.source = factories.source(by=self.checker, address="https://harbour.example/", anonymous=True)
        self.talks = factories.source(by=self.checker, kind="interview", title="Talks at the quay")
        sealing.seal(self.talks, by=self.checker, secret=Secret("Zyxw Qvut", "zq@quay.example"), code="K-7")
        self.talks.refresh_from_db()

    @property
    def story(self) -> Article:
        return Article.objects.select_related("draft").get(pk=self.pk)

    def claim(self, paragraph: int, sentence: int) -> Claim:
        """The live claim in a sentence of a paragraph, made where nothing proposed one."""
        draft = self.story.current
        words = self.sentence(paragraph, sentence)
        start = draft.text.index(words)
        there = Claim.objects.filter(draft=draft, dismissed=False, start__gte=start, end__lte=start + len(words))
        return there.order_by("start", "pk").first() or factories.claim_on(self.story, words, by=self.checker)

    def sentence(self, paragraph: int, sentence: int) -> str:
        return PARAGRAPH[sentence].format(n=100 + paragraph)

    def fill(self) -> None:
        """All deeds before publication."""
        paragraphs = range(self.rows * self.filled, self.rows * (self.filled + 1))
        for paragraph in paragraphs:
            self.mark(paragraph)
            self.talk(paragraph)
            self.dismiss(paragraph)
            self.stock(paragraph)
        self.sign()
        self.revise(paragraphs)
        self.sign()
        for paragraph in paragraphs:
            factories.dissent(self.story, by=self.checker)
            self.shift(paragraph)
        self.filled += 1

    def mark(self, paragraph: int) -> None:
        """Sourced on evidence of every sort; disputed, open to settling and settled; to be suspended."""
        lamps, theft, boats, days, piers = (self.claim(paragraph, sentence) for sentence in range(5))
        self.claims = {"lamps": lamps, "theft": theft, "boats": boats, "days": days, "piers": piers}
        for person in (self.checker, self.second, self.editor):
            factories.mark(lamps, by=person, comment="Counted.")
            factories.mark(piers, by=person, verdict=Verdict.OPINION)
        self.attach(lamps)
        for claim in (theft, boats):
            factories.mark(claim, by=self.second)
            factories.mark(claim, by=self.checker, verdict=Verdict.DISPUTED)
        given = list(theft.reviews.values_list("pk", flat=True))
        sent = {"anchor": theft.anchor_id or 0, "reviews": given, "key": uuid.uuid4()}
        settling.settle(theft, by=self.editor, verdict=Verdict.OPINION, reason="The court said so.", **sent)
        factories.mark(days, by=self.checker)

    def attach(self, claim: Claim) -> None:
        """For it, against it and answered, calculated, changed, withdrawn."""
        for source in (self.source, self.talks, None):
            piece = factories.evidence(claim, by=self.checker, source=source, locator="p. 3", passage="So many.")
        sum_of = {"formula": "a + b", "inputs": (Figure("a", "1"), Figure("b", "2"))}
        factories.evidence(claim, by=self.checker, **sum_of)
        against = factories.evidence(claim, by=self.checker, stance=Stance.CONTRADICTS)
        attaching.answer(against, by=self.second, text="An older count.")
        factories.evidence(claim, by=self.checker, stance=Stance.CONTRADICTS)
        other = attaching.Piece(source=piece.source, locator="p. 4")
        piece = attaching.change(piece, by=self.checker, key=uuid.uuid4(), piece=other)
        attaching.withdraw(
            factories.evidence(claim, by=self.checker), by=self.checker, key=uuid.uuid4(), reason="Another pier."
        )
        self.evidence = piece

    def talk(self, paragraph: int) -> None:
        """Comments, open queries with answers, corrections that are proposed, accepted, declined, and applied."""
        lamps, days = self.claim(paragraph, 0), self.claim(paragraph, 3)
        for about in (lamps, self.story):
            factories.comment(about, by=self.second)
            self.thread = factories.query(about, by=self.checker)
            asking.answer(self.thread, by=self.reporter, text="The harbour master.", key=uuid.uuid4())
        old = f"{100 + paragraph}5"
        later = [self.propose(days, old, f"{100 + paragraph}9"), self.propose(days, old, "many")]
        self.correction = self.propose(lamps, f"{100 + paragraph}2", "few")
        correcting.decide(later[0], by=self.editor, accepted=True)
        correcting.decide(later[1], by=self.editor, accepted=False, reason="Say how many.")
        correcting.decide(self.propose(lamps, "lamps", "lights"), by=self.editor, accepted=True)

    def propose(self, claim: Claim, old: str, new: str) -> Correction:
        claim = Claim.objects.get(pk=claim.pk)
        piece = claim.evidence.live().values_list("pk", flat=True).first()
        sent = {"anchor": claim.anchor_id or 0, "key": uuid.uuid4(), "evidence": piece}
        return correcting.propose(claim, by=self.checker, old=old, new=new, reason="Counted.", **sent)

    def dismiss(self, paragraph: int) -> None:
        """A claim with talk, and bare words."""
        self.claims["ferry"] = ferry = self.claim(paragraph, 6)
        factories.comment(ferry, by=self.second)
        claiming.dismiss(ferry, by=self.checker, reason="Nobody asks.")
        words, draft = "lamps", self.story.current
        start = draft.text.index(words, draft.text.index(self.sentence(paragraph, 0)))
        self.dismissal = dismissing.dismiss_words(
            draft, by=self.checker, start=start, end=start + len(words), wording=words, reason="No fact."
        )

    def stock(self, paragraph: int) -> None:
        """Another source, and for those that there are another file, another look, another editor who knows."""
        knower = self.admit(Role.EDITOR)
        for source in (self.source, self.talks):
            factories.attachment(source, by=self.checker, data=factories.PDF + b"%% %d" % paragraph)
            taken = {"asked": "https://harbour.example/", "sha256": "0" * 64, "text": "So many.", "by": self.checker}
            self.snapshot = Snapshot.objects.create(source=source, **taken)
            vouching.vouch(source, by=knower)
        sealing.choose_readers(self.talks.pk, by=self.checker, readers=self.people[1:])
        self.file = factories.attachment(factories.source(by=self.checker, title=f"Letter {paragraph}"))

    def admit(self, role: str) -> User:
        """Somebody else who sees the story."""
        self.people.append(factories.user(role))
        assigning.restrict(self.story, by=self.editor, access=Access.RESTRICTED, members=self.people)
        return self.people[-1]

    def shift(self, paragraph: int) -> None:
        """Another date for a source, after stories that rest on it were signed."""
        facts = sourcing.Facts("Talks at the quay", kind="interview", code="K-7", dated=date(2026, 1, 1 + paragraph))
        sourcing.edit(self.talks, by=self.checker, facts=facts, version=Source.objects.get(pk=self.talks.pk).version)

    def sign(self) -> None:
        """An editor and, on this reason, a lawyer."""
        factories.signature(self.story, Role.EDITOR, by=self.admit(Role.EDITOR), override="It is late.")
        factories.signature(self.story, Role.LEGAL, by=self.admit(Role.LEGAL))

    def revise(self, paragraphs: range) -> None:
        """The next draft: a figure of each paragraph is another, and a sentence is gone."""
        for paragraph in paragraphs:
            text = self.texts[paragraph].replace(f"took {100 + paragraph}5 days", f"took {100 + paragraph}9 days")
            self.texts[paragraph] = text.replace(self.sentence(paragraph, 4), "").replace("  ", " ")
        base = self.story.draft_id or 0
        add_draft(self.story, factories.document("\n\n".join(self.texts)), by=self.editor, base=base)

    def publish(self) -> None:
        factories.signature(self.story, Role.EDITOR, by=self.admit(Role.EDITOR), override="It goes to print.")
        workflow.move(self.story, by=self.editor, to=Status.PUBLISHED)

    def correct(self) -> None:
        """So many errata, each with marks, evidence and signatures in force, and uses of its sources elsewhere."""
        for _row in range(self.rows):
            other = factories.article(by=self.editor)
            factories.evidence(factories.claim(other), by=self.checker, source=self.source)
            now = timezone.now()
            told = {"kind": "update", "cause": "overridden", "wording": "Fewer.", "decided_by": self.editor}
            told |= {"received_at": now, "published_at": now}
            for name in ("lamps", "theft"):
                registering.register(self.story, by=self.editor, key=uuid.uuid4(), claim=self.claims[name], **told)

    def parts(self) -> dict[str, object]:
        """What addresses are made of, but for the source."""
        story = self.story
        return {
            "article": story.pk,
            "claim": self.claims["lamps"].pk,
            "quote": story.quotes.filter(draft=story.draft_id).latest("pk").pk,
            "evidence": self.evidence.pk,
            "correction": self.correction.pk,
            "dismissal": self.dismissal.pk,
            "thread": self.thread.pk,
            "attachment": self.file.pk,
            "snapshot": self.snapshot.pk,
            "version": 1,
            "number": 1,
            "old": 1,
            "new": story.current.number,
        }
