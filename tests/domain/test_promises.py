"""What must hold whatever several people do, in whatever order: hundreds of random days at one desk.

After each deed, refused or not: every claim shows its words, every stored standing is what its rows add up to, no mark
counts for words that its maker did not see, and the trail verifies.
"""

import uuid
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from newsroom.domain import assigning, claiming, quoting, reviewing, settling, talking
from newsroom.domain.drafting import add_draft
from newsroom.domain.permissions import Denied
from newsroom.domain.recording import chain_of
from newsroom.domain.standing import Mark, latest, standing
from newsroom.domain.verifying import first_break
from newsroom.models import Anchor, Article, Claim, Dismissal, Draft, Event, Quote, Review, User, Verdict
from tests import factories

WORDS = (
    "212,000 crowns", "212,000", "a third more", "both pumps", "40 hours", "Kell Bridge", "ugliest bridge",
    "nine weeks", "on Tuesday", "no crossing", "before winter", "heads the harbour board", "4 May", "Passengers",
)  # fmt: skip
EDITS = (
    ("212,000", "215,000"), ("pumps", "engines"), ("again", "once more"), ("“", '"'), ("nine weeks", "nine  weeks"),
    (" The repair cost 212,000 crowns, she said, a third more than planned.", ""), ("said", "denied"),
    ("crowns", "crowns in all"),
    ("Passengers used", "Nobody doubts that passengers used"), ("Lindqvist told", "It rained. Lindqvist told"),
)  # fmt: skip
NAMES = ("Marta Lindqvist", "Ada Brekke", "")
PEOPLE = ("checker", "second", "editor", "legal", "reporter")
pick = st.integers(min_value=0, max_value=30)
person = st.sampled_from(PEOPLE)
words = st.sampled_from(WORDS)
late = st.sampled_from([False, False, False, True])


def says_else(anchor: Anchor) -> bool:
    """Whether an anchor puts a claim on words that mean something else than those of the anchor before it."""
    return bool(anchor.by_id or anchor.why or anchor.start is None)


def digits(words: str) -> list[str]:
    return [letter for letter in words if letter.isdigit()]


class Desk(RuleBasedStateMachine):
    """One story, five people, and what they may do to it. `late` is a page loaded before the last change.

    The story is there before the first day; each day's deeds are undone at its end. `met` gathers what happened.
    """

    people: dict[str, User]
    article: Article
    met: set[str]

    def __init__(self) -> None:
        super().__init__()
        self.day = transaction.atomic()
        self.day.__enter__()
        self.events = Event.objects.count()
        self.claims: list[Claim] = []
        self.texts: dict[int, str] = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.day.__exit__(None, None, None)

    def claim(self, n: int) -> Claim:
        """One of five: the more often the same ones are met, the more happens to them."""
        return Claim.objects.filter(article=self.article).order_by("-accepted", "pk")[n % 5]

    def shown(self, claim: Claim, by: User, late: bool) -> dict[str, Any]:
        """The hidden fields of a page; a late one's are of an anchor or mark ago."""
        number = Review.objects.filter(claim=claim, reviewer=by).count()
        if not late:
            return {"anchor": claim.anchor_id, "number": number}
        return {"anchor": claim.anchors.order_by("number")[0].pk, "number": max(0, number - 1)}

    @property
    def current(self) -> Draft:
        return Article.objects.select_related("draft").get(pk=self.article.pk).current

    def span(self, wording: str) -> dict[str, Any]:
        """Where the words stand; what is not there is posted as it was."""
        start = max(0, self.current.text.find(wording))
        return {"start": start, "end": start + len(wording), "wording": wording}

    def do(self, verb: Any, *args: Any, **sent: Any) -> None:
        """A deed leaves one event or, refused or already done, none."""
        outcome = verb.__name__
        try:
            verb(*args, **sent)
        except (ValidationError, Denied) as refusal:
            outcome = type(refusal).__name__
        events = Event.objects.count()
        assert events == self.events or (events == self.events + 1 and outcome == verb.__name__)
        self.met.add(outcome if events > self.events or outcome != verb.__name__ else "nothing new")
        self.events = events

    @initialize(verdicts=st.lists(st.sampled_from(["sourced", "disputed", "opinion"]), min_size=4, max_size=4))
    def begin(self, verdicts: list[str]) -> None:
        """A desk at work: two of the claims are marked by two people."""
        for n, verdict in enumerate(verdicts):
            self.mark(n % 2, ("checker", "legal")[n // 2], verdict, late=False)

    @rule(n=pick, by=person, verdict=st.sampled_from(["sourced", "disputed", "opinion"]), late=late)
    def mark(self, n: int, by: str, verdict: str, late: bool) -> None:
        claim, who = self.claim(n), self.people[by]
        self.do(reviewing.mark, claim, by=who, verdict=verdict, comment="Why.", **self.shown(claim, who, late))

    @rule(n=pick, late=late)
    def undo(self, n: int, late: bool) -> None:
        marks = list(Review.objects.select_related("claim", "reviewer").order_by("claim", "reviewer", "number"))
        if marks:
            claim, who = marks[n % len(marks)].claim, marks[n % len(marks)].reviewer
            self.do(reviewing.undo, claim, by=who, **self.shown(claim, who, late))

    @rule(n=pick, by=person, wording=words, late=late)
    def change_bounds(self, n: int, by: str, wording: str, late: bool) -> None:
        claim = self.claim(n)
        anchor = self.shown(claim, self.people[by], late)["anchor"]
        self.do(claiming.change_bounds, claim, by=self.people[by], anchor=anchor, **self.span(wording))

    @rule(n=pick, by=person, name=st.sampled_from(NAMES))
    def correct_speaker(self, n: int, by: str, name: str) -> None:
        quotes = list(Quote.objects.filter(article=self.article).order_by("pk"))
        quote = quotes[n % len(quotes)]
        self.do(quoting.correct_speaker, quote, by=self.people[by], speaker=name, anchor=quote.anchor_id)

    @rule(
        n=pick,
        by=st.sampled_from(["editor", "editor", "checker", "legal"]),
        verdict=st.sampled_from(["sourced", "disputed", "opinion"]),
        late=late,
    )
    def settle(self, n: int, by: str, verdict: str, late: bool) -> None:
        claim, who = self.claim(n % 2), self.people[by]
        marks = settling.differing(self.article, claim, by=who)
        sent = {"anchor": self.shown(claim, who, late)["anchor"], "reviews": [mark.pk for mark in marks]}
        self.do(settling.settle, claim, by=who, verdict=verdict, reason="It says so.", key=uuid.uuid4(), **sent)

    @rule(n=pick, by=person)
    def dismiss(self, n: int, by: str) -> None:
        self.do(claiming.dismiss, self.claim(n), by=self.people[by], reason="No fact.")

    @rule(n=pick, by=person)
    def take_back(self, n: int, by: str) -> None:
        gone = list(Claim.objects.filter(article=self.article, dismissed=True).order_by("pk"))
        if gone:
            self.do(claiming.take_back, gone[n % len(gone)], by=self.people[by])

    @rule(n=pick, by=person)
    def accept(self, n: int, by: str) -> None:
        self.do(claiming.accept, self.claim(n), by=self.people[by])

    @rule(by=person, wording=words)
    def add(self, by: str, wording: str) -> None:
        self.do(claiming.add, self.current, by=self.people[by], **self.span(wording))

    @rule(n=pick, by=person)
    def comment(self, n: int, by: str) -> None:
        self.do(talking.comment, self.claim(n), by=self.people[by], text="Who?", key=uuid.uuid4())

    @rule(authors=st.sets(person, max_size=3))
    def assign(self, authors: set[str]) -> None:
        chosen = [self.people[name] for name in sorted(authors)]
        details = {"byline": "", "desk": "", "deadline": None}
        self.do(assigning.assign, self.article, by=self.people["editor"], authors=chosen, **details)

    @rule(by=st.sampled_from(["editor", "reporter", "checker"]), edits=st.sets(st.sampled_from(EDITS), max_size=3))
    def add_draft(self, by: str, edits: set[tuple[str, str]]) -> None:
        """The first draft's text with some edits: so words go, change, and come back."""
        text = factories.SAMPLE_TEXT
        for old, new in sorted(edits):
            text = text.replace(old, new)
        base = self.current.pk
        self.do(add_draft, self.article, factories.document(text), by=self.people[by], base=base)

    # --- What holds ---

    @invariant()
    def every_promise_is_kept(self) -> None:
        claims = Claim.objects.select_related("anchor").annotate(said=Count("threads__comments"))
        claims = claims.prefetch_related("anchors", "reviews__suspension", "reviews__anchor", "reviews__settled")
        claims = claims.prefetch_related("settlements__anchor", "settlements__suspension")
        self.claims = list(claims.filter(article=self.article))
        self.texts = dict(Draft.objects.filter(article=self.article).values_list("pk", "text"))
        self.nothing_that_people_did_stays_behind()
        self.words_are_where_they_are_said_to_be()
        self.standings_are_what_the_rows_add_up_to()
        self.numbers_are_contiguous()
        self.dismissals_say_which_claims_are_dismissed()
        self.the_trail_verifies_and_every_change_is_in_it()

    def nothing_that_people_did_stays_behind(self) -> None:
        current = max(self.texts)
        for claim in self.claims:
            assert claim.draft_id == current or not (claim.accepted or claim.notes)
            self.met.add(claim.state)
        assert not Quote.objects.filter(named_by__isnull=False, article=self.article).exclude(draft=current).exists()

    def words_are_where_they_are_said_to_be(self) -> None:
        quotes = Quote.objects.select_related("anchor").prefetch_related("anchors")
        things: list[Claim | Quote] = [*self.claims, *quotes.filter(article=self.article)]
        for thing in things:
            assert thing.anchor is not None
            if thing.start is not None:
                assert self.texts[thing.draft_id][thing.start : thing.end] == thing.wording
            assert (thing.wording, thing.start, thing.end) == (
                thing.anchor.wording,
                thing.anchor.start,
                thing.anchor.end,
            )
            assert thing.anchor.draft_id == thing.draft_id
            assert thing.anchor.number == len(thing.anchors.all())

    def standings_are_what_the_rows_add_up_to(self) -> None:
        authors = Article.objects.get(pk=self.article.pk).written_by
        for claim in self.claims:
            marks = []
            for reviewer, review in latest(claim.reviews.all()).items():
                if hasattr(review, "settled"):
                    continue
                # Not from the verbs' own book-keeping: a mark stands for the anchor it was given on, or for later ones
                # to which a draft carried the same words, and for no other.
                stale = any(says_else(anchor) for anchor in claim.anchors.all() if anchor.number > review.anchor.number)
                assert stale == hasattr(review, "suspension") or review.verdict == Verdict.WITHDRAWN
                assert stale or digits(review.wording) == digits(claim.wording) or review.verdict == Verdict.WITHDRAWN
                if reviewer not in authors:
                    marks.append(Mark(reviewer, review.verdict, suspended=stale))
            for outcome in list(claim.settlements.all())[-1:]:
                stale = any(
                    says_else(anchor) for anchor in claim.anchors.all() if anchor.number > outcome.anchor.number
                )
                assert stale == hasattr(outcome, "suspension")
                if outcome.by_id not in authors:
                    marks.append(Mark(outcome.by_id, outcome.verdict, suspended=stale))
                self.met.add("settled")
            assert claim.standing == standing(marks)
            assert claim.accepted or not claim.reviews.all()
            assert claim.notes == claim.said  # type: ignore[attr-defined]
            self.met.add(claim.standing)

    def numbers_are_contiguous(self) -> None:
        for claim in self.claims:
            given = sorted((review.reviewer_id, review.number) for review in claim.reviews.all())
            for reviewer in {reviewer for reviewer, _ in given}:
                own = [number for who, number in given if who == reviewer]
                assert own == list(range(1, len(own) + 1))

    def dismissals_say_which_claims_are_dismissed(self) -> None:
        standing_rows = Dismissal.objects.filter(takes_back=None, taken_back_by=None)
        dismissed = sorted(claim.pk for claim in self.claims if claim.dismissed)
        assert sorted(row.claim_id or 0 for row in standing_rows) == dismissed

    def the_trail_verifies_and_every_change_is_in_it(self) -> None:
        article = Article.objects.get(pk=self.article.pk)
        assert first_break(chain_of(article)) == ""
        assert all(claim.version <= article.version for claim in self.claims)


@pytest.mark.django_db
def test_whatever_people_do(article: Article, claim: Claim, checker: User, editor: User, reporter: User) -> None:
    met: set[str] = set()
    others = {"second": factories.user("checker", "legal"), "legal": factories.user("legal")}
    factories.claim_on(article, "both pumps", by=editor)

    class Ours(Desk):
        pass

    Ours.met, Ours.article = met, article
    Ours.people = {"checker": checker, "editor": editor, "reporter": reporter, **others}
    days = settings(
        max_examples=30,
        stateful_step_count=25,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Ours, settings=days)  # type: ignore[no-untyped-call]
    # The days were worth it: all this happened on them.
    assert met >= {"add_draft", "reworded", "cut", "settle", "settled"}
    assert met >= {"open", "sourced", "disputed", "opinion", "split", "suspended"}
    assert met >= {"Conflict", "ValidationError", "Denied", "nothing new"}
    assert met >= {"mark", "undo", "change_bounds", "correct_speaker", "dismiss", "take_back", "accept", "add"}
