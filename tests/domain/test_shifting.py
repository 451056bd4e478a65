"""A source's facts change: each story that rests on it is told in its own trail, and its signatures show it."""

import json
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.domain import assigning, attaching, gate, sealing, shifting, signing, sourcing
from newsroom.domain.ciphering import Secret
from newsroom.domain.drafting import add_draft
from newsroom.domain.locking import Conflict
from newsroom.domain.recording import chain_of
from newsroom.domain.sourcing import Facts
from newsroom.domain.verifying import first_break
from newsroom.models import Access, Article, Claim, Event, Role, Source, User, Verdict
from tests import factories

TEXT = "The pier has 40 lamps."
pytestmark = pytest.mark.django_db


def edit(source: Source, *, by: User, **facts: Any) -> Source:
    """Other facts, from a page that shows the source as it is."""
    source.refresh_from_db()
    same = {name: getattr(source, name) for name in Facts.__slots__}
    return sourcing.edit(source, by=by, facts=Facts(**same | facts), version=source.version)


def told(article: Article) -> list[Event]:
    return list(Event.objects.filter(chain=chain_of(article), verb=shifting.VERB).order_by("seq"))


@pytest.fixture
def source(checker: User) -> Source:
    return factories.source(by=checker, title="Ferry log", kind="document", origin="Quay desk")


def used(source: Source, by: User) -> tuple[Article, Claim]:
    """A story with a claim that rests on the source."""
    article = factories.article(by=by)
    claim = factories.claim_on(article, "212,000 crowns", by=by)
    factories.evidence(claim, by=by, source=source)
    return article, claim


def test_each_story_that_rests_on_it_has_one_event_with_what_changed(
    source: Source, editor: User, second: User
) -> None:
    (one, claim), (two, _claim) = used(source, editor), used(source, editor)
    more = factories.claim_on(one, "Kell Bridge", by=editor)
    factories.evidence(more, by=editor, source=source)
    assigning.restrict(two, by=editor, access=Access.RESTRICTED)  # the second checker does not see it
    gone, was = used(source, editor)
    attaching.withdraw(was.evidence.get(), by=editor, key=uuid.uuid4(), reason="Another edition.")
    edit(source, by=second, kind="page", origin="", title="The ferry’s log", contact="+44")
    for article in (one, two):
        (event,) = told(article)
        assert (event.object, event.actor, event.role) == (f"source:{source.pk}", second.username, "checker")
        assert event.data["changes"] == {"title": [], "kind": ["document", "page"], "origin": ["Quay desk", ""]}
        assert first_break(chain_of(article)) == ""
    assert told(one)[0].data["claims"] == [claim.pk, more.pk] and told(gone) == []
    one.refresh_from_db()
    assert set(one.claims.filter(evidence__source=source).values_list("version", flat=True)) == {one.version}
    assert shifting.in_words(told(one)[0].data) == "title; kind: document → web page; origin: Quay desk → —"


def test_nothing_is_told_of_what_no_story_shows(source: Source, editor: User) -> None:
    article, _claim = used(source, editor)
    edit(source, by=editor, contact="quay@desk.example", language="en")
    assert told(article) == []


@pytest.mark.parametrize("code", ["", "K-7"])
def test_nothing_written_of_an_unnamed_source_is_repeated(checker: User, editor: User, code: str) -> None:
    source = factories.source(by=checker, title="Call with Jane Doe", origin="Jane’s list", person="Jane Doe")
    article, _claim = used(source, editor)
    edit(source, by=checker, title="An official", person="", origin="Jane D.", anonymous=True, code=code)
    edit(source, by=checker, origin="The list of Jane")
    first, then = told(article)
    changes = {"title": [], "origin": [], "person": [], "anonymous": [False, True]}
    assert first.data["changes"] == changes | ({"code": ["", "K-7"]} if code else {})
    assert then.data["changes"] == {"origin": []}
    assert "jane" not in json.dumps([event.data for event in Event.objects.all()]).lower()


def test_sealing_tells_it_and_comes_too_late_for_a_name_in_an_old_origin(source: Source, editor: User) -> None:
    article, _claim = used(source, editor)
    edit(source, by=editor, origin="Zyxw Qvut’s list")
    edit(source, by=editor, origin="")
    with pytest.raises(ValidationError, match="title or origin"):
        sealing.seal(source, by=editor, secret=Secret("Zyxw Qvut", ""), code="K-7")
    sealing.seal(source, by=editor, secret=Secret("Somebody Else", ""), code="K-7")
    assert told(article)[-1].data["changes"] == {"anonymous": [False, True], "code": ["", "K-7"]}
    assert first_break(chain_of(article)) == ""


def test_the_same_facts_again_tell_nothing_and_a_dry_refusal_neither(source: Source, editor: User) -> None:
    article, _claim = used(source, editor)
    edit(source, by=editor)
    with pytest.raises(ValidationError):
        edit(source, by=editor, title="")
    assert told(article) == []


def test_queries_do_not_grow_with_the_stories(source: Source, editor: User) -> None:
    counts = []
    for more in (1, 4):
        for _ in range(more):
            used(source, editor)
        with CaptureQueriesContext(connection) as queries:
            edit(source, by=editor, origin=f"Agency {more}")
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert Event.objects.filter(verb=shifting.VERB, object=f"source:{source.pk}").count() == 1 + 5 + 2  # desk: 2


# --- Signatures ---


@pytest.fixture
def signed(source: Source, editor: User) -> Article:
    """Signed by checker and editor; its one claim is sourced by the log alone."""
    article = factories.article(by=editor, text=TEXT)
    claim = factories.claim_on(article, "The pier has 40 lamps", by=editor)
    factories.evidence(claim, by=editor, source=source, locator="p. 3")
    article = factories.cleared(article)
    factories.mark(claim, by=claim.reviews.get().reviewer, verdict=Verdict.SOURCED)
    factories.signature(article, Role.CHECKER)
    factories.signature(article, Role.EDITOR)
    return Article.objects.select_related("draft").get(pk=article.pk)


def test_a_signature_stands_and_says_what_changed_since(signed: Article, source: Source, checker: User) -> None:
    assert gate.problems(signed) == [] and shifting.since(signing.signatures(signed)) == {}
    edit(source, by=checker, kind="ai")
    given = signing.signatures(signed)
    assert [void for _row, void in given] == ["", ""]
    found = shifting.since(given)
    assert [[shift.said for shift in found[row.pk]] for row, _void in given] == [["kind: document → AI output"]] * 2
    assert found[given[0].row.pk][0].source == source and found[given[0].row.pk][0].who == str(checker)
    assert [problem.code for problem in gate.look(signed).unanswered] == ["short"]
    assert given[0].row.problems == given[1].row.problems == []  # what the gate said then is kept as it was


def test_only_what_came_after_a_signature_is_said_beside_it(signed: Article, source: Source, checker: User) -> None:
    edit(source, by=checker, origin="Agency")
    late = factories.signature(signed, Role.EDITOR)
    edit(source, by=checker, origin="Agency North")
    found = shifting.since(signing.signatures(signed))
    assert sorted(len(shifts) for shifts in found.values()) == [1, 2, 2] and len(found[late.pk]) == 1


def test_a_void_signature_says_no_more_of_sources(signed: Article, source: Source, editor: User) -> None:
    edit(source, by=editor, origin="Agency")
    add_draft(signed, factories.document(TEXT.replace("40", "50")), by=editor, base=signed.draft_id or 0)
    signed.refresh_from_db()
    assert shifting.since(signing.signatures(signed)) == {}


# --- At once ---


def test_a_story_that_uses_it_between_the_locks_is_no_story_untold(source: Source, editor: User) -> None:
    article, _claim = used(source, editor)
    was, source.origin = shifting.values_of(source), "Agency"
    with pytest.raises(Conflict, match="just now"):
        shifting.tell(source, was, [], by=editor, role="editor")
    assert told(article) == []


@pytest.mark.django_db(transaction=True)
def test_sources_change_while_evidence_comes_and_marks_go_on(together: Callable[..., list[Any]]) -> None:
    """Two sources in the same two stories: nobody waits for ever, every change is told, all chains are whole."""
    editor = factories.user(Role.EDITOR)
    people = [factories.user(Role.CHECKER) for _ in range(4)]
    sources = [factories.source(by=editor, title=f"Log {n}") for n in range(2)]
    articles = [factories.article(by=editor) for _ in range(2)]
    claims = [factories.claim_on(article, "212,000 crowns", by=editor) for article in articles]
    for claim in claims:
        for source in sources:
            factories.evidence(claim, by=editor, source=source)
    turns = 12

    def change(source: Source, by: User) -> None:
        for turn in range(turns):
            edit(Source.objects.get(pk=source.pk), by=by, origin=f"Agency {turn}")

    def attach(claim: Claim, by: User) -> None:
        for turn in range(turns):
            factories.evidence(Claim.objects.get(pk=claim.pk), by=by, source=sources[turn % 2])
            factories.mark(claim, by=by)

    changing = [lambda n=n: change(sources[n], people[n]) for n in range(2)]  # type: ignore[misc]
    attaching_ = [lambda n=n: attach(claims[n], people[2 + n]) for n in range(2)]  # type: ignore[misc]
    together(*changing, *attaching_)
    for article in articles:
        assert first_break(chain_of(article)) == ""
        assert len(told(article)) == 2 * turns
    assert first_break("desk") == ""
