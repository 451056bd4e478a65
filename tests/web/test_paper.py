"""A story on paper: the words, and everything that was said about each claim."""

import re
import uuid

import pytest
from django.test import Client

from newsroom.domain import applying, claiming, correcting, gate, settling
from newsroom.models import Access, Article, Claim, Review, Role, User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def checker() -> User:
    return factories.user(Role.CHECKER, first_name="Ada", last_name="Brekke")


@pytest.fixture
def story() -> Article:
    return factories.article()


def printed(client: Client, story: Article) -> str:
    return client.get(f"/stories/{story.pk}/paper/").content.decode()


def test_every_claim_is_listed_in_reading_order_under_its_number(client: Client, story: Article, checker: User) -> None:
    client.force_login(checker)
    html = printed(client, story)
    claims = list(Claim.objects.filter(article=story).order_by("start", "end", "id"))
    listed = re.findall(r'<li id="claim-(\d+)">\s*<p class="wording">\s*<span class="letter open">\?(\d+)</span>', html)
    assert listed == [(str(claim.pk), str(number)) for number, claim in enumerate(claims, 1)]
    for claim in claims:
        assert f'href="#claim-{claim.pk}"' in html


def test_marks_and_comments_of_everybody_stand_with_their_claim(client: Client, story: Article, checker: User) -> None:
    first, second = factories.claim(story, 0), factories.claim(story, 1)
    jonas = factories.user(Role.CHECKER, first_name="Jonas", last_name="Vale")
    factories.mark(first, by=checker, comment="Timetable, page 2.")
    factories.mark(first, by=jonas, verdict="disputed", comment="That is last year’s <timetable>.")
    factories.comment(second, by=jonas, text="Who counted?")
    client.force_login(checker)
    html = printed(client, story)
    before, after = html.split(f'<li id="claim-{second.pk}">')
    assert "Ada Brekke</b> sourced: Timetable, page 2." in before
    assert "Jonas Vale</b> disputed: That is last year’s &lt;timetable&gt;." in before
    assert "Jonas Vale</b> writes: Who counted?" in after
    assert "<form" not in html[html.index("<main") :]


def test_a_mark_that_no_longer_counts_says_why_and_a_withdrawn_one_is_gone(
    client: Client, story: Article, checker: User
) -> None:
    claim = factories.claim_on(story, "Kell Bridge", by=checker)
    factories.mark(claim, by=checker, comment="On the map.")
    claim.refresh_from_db()
    start = story.current.text.index("over Kell Bridge")
    words = {"start": start, "end": start + len("over Kell Bridge"), "wording": "over Kell Bridge"}
    claiming.change_bounds(claim, by=checker, anchor=claim.anchor_id or 0, **words)
    client.force_login(checker)
    html = printed(client, story)
    assert "suspended: words changed from “Kell Bridge” to “over Kell Bridge”" in html
    shown = Client()
    shown.force_login(checker)
    claim.refresh_from_db()
    shown.post(f"/claims/{claim.pk}/undo/", {"anchor": claim.anchor_id, "number": 1})
    assert "On the map." not in printed(client, story)


def test_what_was_dismissed_stands_apart_with_the_reason(client: Client, story: Article, checker: User) -> None:
    claim = factories.claim(story)
    claiming.dismiss(claim, by=checker, reason="A figure of speech")
    client.force_login(checker)
    html = printed(client, story)
    assert f'id="claim-{claim.pk}"' not in html
    assert "Ada Brekke</b> dismissed it: A figure of speech" in html


def test_wrong_person_and_wrong_method(client: Client, story: Article, checker: User) -> None:
    hidden = factories.article(access=Access.RESTRICTED)
    client.force_login(checker)
    assert client.get(f"/stories/{hidden.pk}/paper/").status_code == 404
    assert client.post(f"/stories/{story.pk}/paper/").status_code == 405
    back = f'href="/stories/{story.pk}/?show=all&amp;kind=date"'
    assert back in client.get(f"/stories/{story.pk}/paper/?show=all&kind=date").content.decode()
    assert f"/stories/{story.pk}/paper/" in client.get(f"/stories/{story.pk}/").content.decode()


def test_signatures_overrides_dissents_and_the_gate_stand_on_top_with_the_trails_head(
    client: Client, story: Article, checker: User
) -> None:
    factories.dissent(story, by=checker, text="The <register> says otherwise.")
    factories.signature(story, "editor", override="The printer waits.")
    client.force_login(checker)
    html = printed(client, story)
    record = html[html.index('id="record"') : html.index('id="claims"')]
    story = Article.objects.get(pk=story.pk)
    for said in ("The &lt;register&gt; says otherwise.", "The printer waits.", story.head, story.current.sha256):
        assert said in record
    assert "Open claims" in record and "is a proposal that nobody has looked at" in record
    assert record.index("The printer waits.") < record.index("Open claims")


def test_evidence_settlements_and_corrections_stand_with_their_claim(
    client: Client, story: Article, checker: User
) -> None:
    editor, claim = factories.user(Role.EDITOR), factories.claim_on(story, "212,000 crowns", by=checker)
    source = factories.source(title="Invoice <7>")
    factories.evidence(claim, by=checker, source=source, locator="p. 3", passage="221,000 crowns in all")
    factories.mark(claim, by=checker, verdict="disputed", comment="Not what it says.")
    marks = [mark.pk for mark in Review.objects.filter(claim=claim)]
    shown = {"anchor": claim.anchor_id or 0, "key": uuid.uuid4()}
    settling.settle(claim, by=editor, verdict="sourced", reason="I rang.", reviews=marks, **shown)
    shown["key"] = uuid.uuid4()
    correcting.propose(claim, by=checker, old="212,000", new="221,000", reason="Read it again.", **shown)
    client.force_login(checker)
    entry = printed(client, story).split(f'<li id="claim-{claim.pk}">')[1].split("</li>")[0]
    for said in ("Invoice &lt;7&gt;", "p. 3", "221,000 crowns in all", "settled", "I rang.", "<ins>221,000</ins>"):
        assert said in entry


def test_the_paper_is_a_door_of_the_gate(client: Client, story: Article, checker: User) -> None:
    """The same list in the same order as everywhere."""
    factories.mark(factories.claim(story, 1), by=checker, verdict="disputed")
    editor = factories.user(Role.EDITOR)
    for n, new in ((2, "20"), (0, "30"), (2, "40")):
        factories.correction(factories.claim(story, n), by=checker, new=new, accepted=editor)
    factories.correction(factories.claim(story, 1), by=checker)
    applying.check_off(factories.correction(factories.claim(story, 1), new="50", accepted=editor), by=editor)
    client.force_login(checker)
    listed = re.findall(r'<li data-code="([^"]+)"\s+data-about="([^"]+)"', printed(client, story))
    assert listed == [(problem.code, problem.about) for problem in gate.problems(story)]
    assert len(listed) > 5 and [code for code, _about in listed].count("correction") == 3
