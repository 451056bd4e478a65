"""A desk full of stories, as if everybody had worked on it.

Rows are consistent: anchors say their words, standings are what the
marks add up to, every chain verifies (which is checked on some stories at the end).
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import Group
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import transaction

from newsroom.domain.importing import folded
from newsroom.domain.standing import adds_up_to
from newsroom.domain.verifying import first_break
from newsroom.models import (
    Anchor,
    Article,
    Claim,
    ClaimKind,
    Comment,
    Draft,
    Event,
    Quote,
    Review,
    Status,
    Thread,
    Trail,
    User,
)
from newsroom.models.event import FIRST_PREV
from newsroom.text.anchors import context
from newsroom.text.canonical import Canonical, compose
from newsroom.text.words import words
from tests.bench.pouring import Rows, next_ids, pour, settle
from tests.bench.stories import CLAIMS, Story, story

BIG = (100, 200, 400)  # claims of the stories that the review page is measured on
CLIENTS = 9
AT_ONCE = 250
NUMBERED = (Article, Draft, Anchor, Quote, Claim, Thread)
ORDER = (Article, Article.authors.through, Draft, Quote, Claim, Anchor, ClaimKind, Review, Thread, Comment, Event)
NEWEST = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
# How much of a story has been marked, and what such a story's status is.
STAGES = ((0.0, Status.PACKAGE), (0.3, Status.CHECKING), (0.7, Status.QUERIES_OUT), (1.0, Status.READY))
VERDICTS = ("sourced",) * 8 + ("opinion", "disputed")


class Desk:
    """The rows to write, and the people they belong to."""

    def __init__(self) -> None:
        self.rows: Rows = {model: [] for model in ORDER}
        self.ids = next_ids(NUMBERED)
        self.reporters = list(User.objects.filter(username__startswith="reporter").order_by("pk"))
        self.checkers = list(User.objects.filter(username__startswith="checker").order_by("pk"))

    def add(self, model: Any, **values: Any) -> int:
        """A row to come; its id, where the table counts them."""
        if model in self.ids and "id" not in values:
            values["id"] = self.ids[model]
            self.ids[model] += 1
        self.rows[model].append(values)
        return int(values["id"]) if model in self.ids else 0

    def write(self) -> None:
        with transaction.atomic():
            for model in ORDER:
                pour(model, self.rows[model])
                self.rows[model] = []

    def bring_in(self, number: int, claims: int = CLAIMS, *, marked: float, status: str) -> None:
        """One story with its draft, its claims (the first part of them marked) and all its events."""
        told, random = story(number, claims), Random(number)
        reporter = random.choice(self.reporters)
        at = NEWEST - timedelta(minutes=17 * number, seconds=claims)
        draft = self.ids[Draft]
        canonical = composed(told)
        article = self.add(Article, **head(told, canonical, status=status, draft_id=draft, at=at, by=reporter))
        self.add(Article.authors.through, article_id=article, user_id=reporter.pk)
        self.add(Draft, **text(canonical, article=article, at=at, by=reporter))
        chain = Chain(self, article, at)
        chain.link(reporter, "reporter", "import", f"article:{article}", {"claims": claims})
        position = len(told.headline) + 2
        for place, sentence in enumerate(s for paragraph in told.paragraphs for s in paragraph):
            start = canonical.text.index(sentence.text, position)
            position = start + len(sentence.text)
            span = Span(self, chain, canonical.text, start, position)
            by = random.choice(self.checkers) if place < marked * claims else None
            span.claim(sentence.kinds, sentence.speaker, by=by)
        self.rows[Article][-1].update(version=chain.seq, head=chain.head)


def composed(told: Story) -> Canonical:
    pieces = [("body", "paragraph", " ".join(s.text for s in paragraph)) for paragraph in told.paragraphs]
    return compose([("headline", "heading", told.headline), *pieces])


def head(told: Story, canonical: Canonical, *, status: str, draft_id: int, at: datetime, by: User) -> dict[str, Any]:
    return {
        "headline": told.headline,
        "byline": told.byline,
        "desk": told.desk,
        "deadline": at + timedelta(days=3),
        "status": status,
        "draft_id": draft_id,
        "words": words(canonical.text),
        "written_by": [by.pk],
        "folded": folded(told.headline, told.byline, told.desk),
        "created_at": at,
        "created_by_id": by.pk,
        "version": 0,
        "head": "",
    }


def text(canonical: Canonical, *, article: int, at: datetime, by: User) -> dict[str, Any]:
    return {
        "article_id": article,
        "number": 1,
        "text": canonical.text,
        "blocks": [block.as_json() for block in canonical.blocks],
        "sha256": canonical.sha256,
        "origin": "bench",
        "created_at": at,
        "created_by_id": by.pk,
    }


class Chain:
    """The events of one story, each one minute after the one before."""

    def __init__(self, desk: Desk, article: int, at: datetime) -> None:
        self.desk, self.article, self.at = desk, article, at
        self.seq, self.head = 0, FIRST_PREV

    def link(self, by: User, role: str, verb: str, thing: str, data: dict[str, Any]) -> None:
        self.seq, self.at = self.seq + 1, self.at + timedelta(minutes=1)
        values = {
            "chain": f"article:{self.article}",
            "seq": self.seq,
            "at": self.at.isoformat(timespec="microseconds").replace("+00:00", "Z"),
            "account_id": by.pk,
            "actor": by.username,
            "role": role,
            "verb": verb,
            "object": thing,
            "data": data,
            "prev": self.head,
        }
        self.head = Event(**values).computed_hash()
        self.desk.add(Event, **values, hash=self.head)


class Span:
    """The words of one claim."""

    def __init__(self, desk: Desk, chain: Chain, text: str, start: int, end: int) -> None:
        self.desk, self.chain = desk, chain
        self.draft = desk.ids[Draft] - 1
        self.here: dict[str, Any] = {"start": start, "end": end, "wording": text[start:end]}
        self.prefix, self.suffix = context(text, start, end)

    def anchor(self, **about: Any) -> int:
        around = {"prefix": self.prefix, "suffix": self.suffix, "at": self.chain.at}
        whose = {"claim_id": None, "quote_id": None, **about}
        return self.desk.add(Anchor, **self.here, **around, **whose, draft_id=self.draft, number=1)

    def claim(self, kinds: tuple[str, ...], speaker: str, *, by: User | None) -> None:
        number = self.desk.ids[Claim]
        standing = VERDICTS[number % len(VERDICTS)] if by else "open"
        rest = {"article_id": self.chain.article, "draft_id": self.draft, "created_at": self.chain.at}
        quote = self.quote(speaker, rest) if speaker else None
        anchor = self.anchor(claim_id=number)
        row = {**self.here, **rest, "anchor_id": anchor, "quote_id": quote, "standing": standing}
        if by:
            self.mark(number, anchor, standing, by=by)
        if number % 40 == 0:
            self.comment(number, by=by or self.desk.checkers[0])
        said = {"notes": int(number % 40 == 0), "accepted": by is not None or number % 40 == 0}
        self.desk.add(Claim, **row, **said, version=self.chain.seq, rule="bench")
        for kind in kinds:
            self.desk.add(ClaimKind, claim_id=number, kind=kind)

    def quote(self, speaker: str, rest: dict[str, Any]) -> int:
        number = self.desk.ids[Quote]
        self.desk.add(
            Quote,
            **self.here,
            **{key: value for key, value in rest.items() if key != "created_at"},
            anchor_id=self.anchor(quote_id=number),
            marked=[[0, self.here["wording"].index("”") + 1]],
            speaker=speaker,
            speaker_mention=speaker,
            cue="said",
            confidence="sure",
        )
        return number

    def mark(self, claim: int, anchor: int, verdict: str, *, by: User) -> None:
        key, comment = UUID(int=claim), "The register says otherwise." if verdict == "disputed" else ""
        data = {"review": str(key), "number": 1, "verdict": verdict, "standing": verdict}
        self.chain.link(by, "checker", "mark", f"claim:{claim}", data)
        mark = {"verdict": verdict, "comment": comment, "role": "checker", "at": self.chain.at}
        self.desk.add(
            Review, id=key, claim_id=claim, reviewer_id=by.pk, number=1, anchor_id=anchor,
            wording=self.here["wording"], **mark,
        )  # fmt: skip

    def comment(self, claim: int, *, by: User) -> None:
        thread = self.desk.add(Thread, article_id=self.chain.article, claim_id=claim, opened_by_id=by.pk)
        self.chain.link(by, "checker", "comment", f"claim:{claim}", {"thread": thread})
        said = {"account_id": by.pk, "text": "Who told us this, and when?", "at": self.chain.at}
        self.desk.add(Comment, id=UUID(int=claim), thread_id=thread, **said)


def staff() -> None:
    """Authors, people whose marks are there, and those whom the clients will be."""
    for role, name, number in (("reporter", "reporter", 12), ("checker", "checker", 4), ("editor", "client", CLIENTS)):
        for i in range(number):
            user = User(username=f"{name}{i}", email=f"{name}{i}@desk.example", first_name=name, last_name=f"N{i}")
            user.set_unusable_password()
            user.save()
            user.groups.add(Group.objects.get(name=role))


def signed_in(user: User) -> str:
    """A session for this person; its key."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    assert session.session_key
    return session.session_key


def fill(first: int, end: int) -> None:
    """Stories `first` to `end`, the big ones before all others."""
    desk = Desk()
    if first == 0:
        for claims in BIG:
            desk.bring_in(0, claims, marked=1, status=Status.READY)
    for number in range(first, end):
        marked, status = STAGES[number % len(STAGES)]
        desk.bring_in(number, marked=marked, status=status)
        if number % AT_ONCE == AT_ONCE - 1:
            desk.write()
    desk.write()
    Trail.objects.update(stories=Article.objects.count())
    settle(NUMBERED)


def must_hold(articles: Iterator[Article]) -> None:
    """What was written past the verbs is what they would have written."""
    for article in articles:
        assert not first_break(f"article:{article.pk}"), first_break(f"article:{article.pk}")
        for claim in article.claims.all():
            assert claim.standing == adds_up_to(claim.history, article.written_by), claim


def plan() -> dict[str, Any]:
    """What a client must know to ask as a browser would."""
    stories = list(Article.objects.order_by("pk")[: len(BIG) + CLIENTS])
    return {
        "sessions": [signed_in(user) for user in User.objects.filter(username__startswith="client").order_by("pk")],
        "stories": Article.objects.count(),
        "claims": Claim.objects.count(),
        "big": {claims: asked_for(story) for claims, story in zip(BIG, stories, strict=False)},
        "others": [asked_for(story) for story in stories[len(BIG) :]],
    }


def asked_for(article: Article) -> dict[str, Any]:
    """One story that the clients work on."""
    thread = article.threads.first()
    rows = list(article.claims.order_by("start").values_list("pk", "anchor"))
    return {"article": article.pk, "version": article.version, "claims": rows, "thread": thread.pk if thread else 0}


def main(first: int, end: int) -> None:
    """Write stories `first` to `end` (0 begins with an empty database) and print the plan as JSON."""
    if first == 0:
        call_command("migrate", verbosity=0)
        staff()
    fill(first, end)
    must_hold(Article.objects.order_by("pk")[first : first + 5].iterator())
    json.dump(plan(), sys.stdout)
