"""Every deed leaves one event, in the same transaction, and nobody changes the trail unseen. DESIGN 2b.8."""

import importlib
import re
import uuid
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from newsroom.domain import assigning, claiming, quoting, reviewing, signing, staffing, talking, workflow
from newsroom.domain.recording import chain_of, record_on_desk
from newsroom.domain.verifying import first_break
from newsroom.models import Access, Article, Claim, Event, Quote, Status, Trail, User, triggers
from tests import factories

Desk = SimpleNamespace
Deed = Callable[[Desk], Any]


@pytest.fixture
def desk(article: Article, claim: Claim, checker: User, second: User, editor: User) -> Desk:
    """A story with one mark by `checker` on `claim`, a dismissed claim, an open talk and a quote."""
    factories.mark(claim, by=checker)
    dismissed = factories.claim_on(article, "Kell Bridge", by=checker)
    claiming.dismiss(dismissed, by=checker, reason="A name.")
    return Desk(
        article=article,
        claim=claim,
        proposal=factories.claim(article),
        dismissed=dismissed,
        thread=factories.comment(claim, by=checker).thread,
        quote=Quote.objects.get(article=article, wording__contains="both pumps"),
        checker=checker,
        second=second,
        editor=editor,
        key=uuid.uuid4(),
    )


def span(article: Article, words: str) -> dict[str, Any]:
    start = article.current.text.index(words)
    return {"start": start, "end": start + len(words), "wording": words}


def shown(claim: Claim, number: int) -> dict[str, Any]:
    return {"anchor": claim.anchor_id, "number": number}


# What is done -> the event's verb, the object's kind, whose deed it is, and the deed.
DEEDS: dict[str, tuple[str, str, str, Deed]] = {
    "mark": (
        "mark",
        "claim",
        "second",
        lambda d: reviewing.mark(d.claim, by=d.second, verdict="opinion", **shown(d.claim, 0)),
    ),
    "undo": ("undo", "claim", "checker", lambda d: reviewing.undo(d.claim, by=d.checker, **shown(d.claim, 1))),
    "add": (
        "add claim",
        "claim",
        "checker",
        lambda d: claiming.add(d.article.current, by=d.checker, **span(d.article, "nine weeks")),
    ),
    "add a proposal": (
        "accept claim",
        "claim",
        "checker",
        lambda d: claiming.add(d.article.current, by=d.checker, **span(d.article, d.proposal.wording)),
    ),
    "accept": ("accept claim", "claim", "checker", lambda d: claiming.accept(d.proposal, by=d.checker)),
    "change bounds": (
        "change bounds",
        "claim",
        "editor",
        lambda d: claiming.change_bounds(
            d.claim, by=d.editor, anchor=d.claim.anchor_id, **span(d.article, "a third more")
        ),
    ),
    "dismiss": (
        "dismiss claim",
        "claim",
        "second",
        lambda d: claiming.dismiss(d.proposal, by=d.second, reason="No fact."),
    ),
    "take back": ("take dismissal back", "claim", "editor", lambda d: claiming.take_back(d.dismissed, by=d.editor)),
    "correct speaker": (
        "correct speaker",
        "quote",
        "checker",
        lambda d: quoting.correct_speaker(d.quote, by=d.checker, speaker="Ada Brekke", anchor=d.quote.anchor_id),
    ),
    "comment on a claim": (
        "comment",
        "claim",
        "second",
        lambda d: talking.comment(d.claim, by=d.second, text="Who?", key=d.key),
    ),
    "comment on the story": (
        "comment",
        "article",
        "second",
        lambda d: talking.comment(d.article, by=d.second, text="Who?", key=d.key),
    ),
    "resolve": ("resolve thread", "thread", "checker", lambda d: talking.resolve(d.thread, by=d.checker)),
    "move": ("move", "article", "editor", lambda d: workflow.move(d.article, by=d.editor, to=Status.KILLED)),
    "sign": (
        "sign",
        "signoff",
        "editor",
        lambda d: signing.sign(
            d.article, by=d.editor, capacity="checker", key=d.key, draft=d.article.draft_id, override="It is late."
        ),
    ),
    "dissent": (
        "dissent",
        "dissent",
        "checker",
        lambda d: signing.dissent(d.article, by=d.checker, text="No.", key=d.key, draft=d.article.draft_id),
    ),
}
# These say anew what is so; done again they are recorded again.
SAID_ANEW: dict[str, tuple[str, str, str, Deed]] = {
    "assign": (
        "assign",
        "article",
        "editor",
        lambda d: assigning.assign(
            d.article, by=d.editor, authors=[d.checker], byline="By", desk="City", deadline=None
        ),
    ),
    "restrict": (
        "restrict",
        "article",
        "editor",
        lambda d: assigning.restrict(d.article, by=d.editor, access=Access.RESTRICTED, members=[d.second]),
    ),
}
ALL = DEEDS | SAID_ANEW


def rows() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of ours."""
    ours = [*apps.get_app_config("newsroom").get_models(), Article.authors.through]
    return {model.__name__: sorted(model._default_manager.values_list(), key=str) for model in ours}


@pytest.mark.parametrize("name", ALL)
def test_a_deed_is_one_event_of_the_storys_chain(desk: Desk, name: str) -> None:
    verb, thing, actor, deed = ALL[name]
    before = Event.objects.count()
    deed(desk)
    assert Event.objects.count() == before + 1
    event, article = Event.objects.latest("id"), Article.objects.get(pk=desk.article.pk)
    person = getattr(desk, actor)
    assert (event.chain, event.verb) == (f"article:{article.pk}", verb)
    assert re.fullmatch(rf"{thing}:[0-9a-f-]+", event.object)
    assert (event.account, event.actor) == (person, person.username)
    assert event.role == next(iter(person.roles))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", event.at)
    assert (article.version, article.head) == (event.seq, event.hash)
    assert first_break(event.chain) == ""


@pytest.mark.parametrize("name", DEEDS)
def test_the_same_deed_again_is_no_second_event(desk: Desk, name: str) -> None:
    *_, deed = DEEDS[name]
    deed(desk)
    before = rows()
    deed(desk)
    assert rows() == before


@pytest.mark.parametrize("name", ALL)
def test_a_deed_that_cannot_be_recorded_has_not_happened(desk: Desk, name: str) -> None:
    """The event's place in the chain is taken: the last write of the verb fails, and so does all before it."""
    article = Article.objects.get(pk=desk.article.pk)
    Event.objects.create(
        chain=chain_of(article), seq=article.version + 1, at="", verb="", object="", prev="squatter", hash=""
    )
    before = rows()
    with pytest.raises(IntegrityError):
        ALL[name][-1](desk)
    assert rows() == before


@pytest.mark.parametrize("name", sorted(DEEDS.keys() - {"move"}))
def test_in_a_killed_story_nothing_is_decided_but_people_talk(desk: Desk, name: str) -> None:
    workflow.move(desk.article, by=desk.editor, to=Status.KILLED)
    before = rows()
    if DEEDS[name][0] in ("comment", "resolve thread", "dissent"):
        DEEDS[name][-1](desk)
        assert rows() != before
        return
    with pytest.raises(ValidationError, match="This story was killed"):
        DEEDS[name][-1](desk)
    assert rows() == before
    workflow.move(desk.article, by=desk.editor, to=Status.CHECKING)
    DEEDS[name][-1](desk)


def test_talk_in_a_killed_story_accepts_no_proposal(desk: Desk) -> None:
    workflow.move(desk.article, by=desk.editor, to=Status.KILLED)
    factories.comment(desk.proposal, by=desk.second)
    assert not Claim.objects.get(pk=desk.proposal.pk).accepted


def test_an_import_that_cannot_be_recorded_has_not_happened(editor: User) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'newsroom_article'"
            if connection.vendor == "sqlite"
            else "SELECT last_value FROM newsroom_article_id_seq"
        )
        (last,) = cursor.fetchone()
    for pk in range(last, last + 3):
        Event.objects.create(chain=f"article:{pk}", seq=1, at="", verb="", object="", prev="squatter", hash="")
    before = rows()
    with pytest.raises(IntegrityError):
        factories.article(by=editor)
    assert rows() == before


def test_the_event_of_a_mark_tells_all_of_it(claim: Claim, checker: User) -> None:
    review = factories.mark(claim, by=checker, verdict="disputed", comment="The audit says 190,000.")
    assert Event.objects.latest("id").data == {
        "review": str(review.pk),
        "number": 1,
        "verdict": "disputed",
        "comment": "The audit says 190,000.",
        "wording": "212,000 crowns",
        "standing": "disputed",
    }


# --- The chain ---


def test_the_first_event_follows_zeros_and_each_the_one_before(desk: Desk) -> None:
    events = list(Event.objects.filter(chain=chain_of(desk.article)).order_by("seq"))
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert [event.prev for event in events] == ["0" * 64] + [event.hash for event in events[:-1]]
    assert events[0].verb == "import"


def test_stories_have_chains_of_their_own_and_the_desk_has_one(desk: Desk, editor: User) -> None:
    other = factories.article(by=editor)
    record_on_desk(by=editor, verb="export", about=other, data={"n": 1})
    record_on_desk(by=None, verb="sweep", about=editor)
    assert Article.objects.get(pk=other.pk).version == 1
    assert list(Event.objects.filter(chain="desk").order_by("seq").values_list("seq", "verb", "actor")) == [
        (1, "open desk", ""),
        (2, "export", editor.username),
        (3, "sweep", ""),
    ]
    for chain in ("desk", chain_of(other), chain_of(desk.article)):
        assert first_break(chain) == ""


@pytest.fixture
def unguarded(db: None) -> None:
    """Somebody who owns the database lifts the triggers of events; the test's end brings them back."""
    with connection.cursor() as cursor:
        for name in triggers.present("default"):
            if name.startswith("newsroom_event_no_"):
                on = "" if connection.vendor == "sqlite" else " ON newsroom_event"
                cursor.execute(f"DROP TRIGGER {name}{on}")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"at": "2020-01-01T00:00:00.000000Z"}, 2),
        ({"actor": "somebody else"}, 2),
        ({"role": "legal"}, 2),
        ({"verb": "undo"}, 2),
        ({"object": "claim:1"}, 2),
        ({"data": {}}, 2),
        ({"hash": "f" * 64}, 2),
        ({"prev": "f" * 64}, 2),
        ({"seq": 99}, 2),
    ],
)
def test_a_changed_row_is_found(desk: Desk, unguarded: None, change: dict[str, Any], place: int) -> None:
    chain = chain_of(desk.article)
    Event.objects.filter(chain=chain, seq=place).update(**change)
    said = first_break(chain)
    assert said.startswith(f"{chain}: event {place} is ")
    assert said.endswith("missing" if "seq" in change else "not what was written")


def test_a_deed_that_was_put_under_another_account_is_found(desk: Desk, unguarded: None) -> None:
    chain = chain_of(desk.article)
    actor = Event.objects.get(chain=chain, seq=2).actor
    said = f"{chain}: event 2 is by “{actor}” and stands under another account"
    for other in (desk.second, None):
        Event.objects.filter(chain=chain, seq=2).update(account=other)
        assert first_break(chain) == said


def test_a_deed_under_an_older_user_name_is_that_persons(desk: Desk) -> None:
    boss, chain = factories.user(is_superuser=True), chain_of(desk.article)
    for username in ("ada", "ada.brekke"):
        names = {"first_name": "Ada", "last_name": "Brekke", "email": "ada@desk.example"}
        staffing.describe(desk.checker, by=boss, username=username, **names)
    factories.mark(desk.claim, by=User.objects.get(pk=desk.checker.pk), verdict="opinion")
    assert first_break(chain) == ""


def test_a_row_that_was_changed_with_its_hash_breaks_at_the_next_one(desk: Desk, unguarded: None) -> None:
    chain = chain_of(desk.article)
    event = Event.objects.get(chain=chain, seq=3)
    event.data = {"verdict": "sourced"}
    Event.objects.filter(pk=event.pk).update(data=event.data, hash=event.computed_hash())
    assert first_break(chain) == f"{chain}: event 4 is not what was written"


def test_a_row_taken_out_of_the_middle_is_found(desk: Desk, unguarded: None) -> None:
    chain = chain_of(desk.article)
    Event.objects.filter(chain=chain, seq=3).delete()
    assert first_break(chain) == f"{chain}: event 3 is missing"
    for event in Event.objects.filter(chain=chain, seq__gt=3).order_by("seq"):
        Event.objects.filter(pk=event.pk).update(seq=event.seq - 1)
    assert first_break(chain) == f"{chain}: event 3 is not what was written"


@pytest.mark.parametrize("cut", [1, 2, "all"])
def test_events_cut_off_the_end_are_found(desk: Desk, unguarded: None, cut: int | str) -> None:
    chain, version = chain_of(desk.article), Article.objects.get(pk=desk.article.pk).version
    left = 0 if cut == "all" else version - int(cut)
    Event.objects.filter(chain=chain, seq__gt=left).delete()
    assert first_break(chain) == f"{chain}: {version} events were written, {left} are here"


def test_a_rebuilt_last_event_is_found(desk: Desk, unguarded: None) -> None:
    """Changed together with its own hash, nothing after it: the story's row remembers the head."""
    chain = chain_of(desk.article)
    event = Event.objects.filter(chain=chain).latest("seq")
    event.data = {"verdict": "sourced"}
    Event.objects.filter(pk=event.pk).update(data=event.data, hash=event.computed_hash())
    assert first_break(chain) == f"{chain}: event {event.seq} is not the last one that was written"


def test_an_event_slipped_in_at_the_end_is_found(desk: Desk) -> None:
    """No trigger stands against a raw INSERT; the chain's length in the story's row does."""
    chain = chain_of(desk.article)
    last = Event.objects.filter(chain=chain).latest("seq")
    forged = Event(chain=chain, seq=last.seq + 1, prev=last.hash, at=last.at, verb="mark", object="claim:1")
    forged.hash = forged.computed_hash()
    forged.save(force_insert=True)
    assert first_break(chain) == f"{chain}: {last.seq} events were written, {last.seq + 1} are here"


@pytest.mark.parametrize("cut", [1, 2, "all"])
def test_events_cut_off_the_end_of_the_desks_chain_are_found(editor: User, unguarded: None, cut: int | str) -> None:
    for n in range(3):
        record_on_desk(by=editor, verb="export", about=editor, data={"n": n})
    assert first_break("desk") == ""
    left = 0 if cut == "all" else 4 - int(cut)
    Event.objects.filter(chain="desk", seq__gt=left).delete()
    assert first_break("desk") == f"desk: 4 events were written, {left} are here"


def test_a_rebuilt_last_event_of_the_desk_is_found(editor: User, unguarded: None) -> None:
    event = record_on_desk(by=editor, verb="export", about=editor, data={"n": 1})
    event.data = {"n": 2}
    Event.objects.filter(pk=event.pk).update(data=event.data, hash=event.computed_hash())
    assert first_break("desk") == "desk: event 2 is not the last one that was written"


def test_a_story_taken_out_with_its_whole_chain_is_missed(editor: User, unguarded: None) -> None:
    kept, gone = factories.article(by=editor), Article.objects.create(headline="Slipped in", created_by=editor)
    assert first_break("desk") == "desk: stories brought in 1, here 2"
    Article.objects.filter(pk=gone.pk).delete()
    assert first_break("desk") == ""
    Trail.objects.update(stories=2)
    assert (first_break("desk"), first_break(chain_of(kept))) == ("desk: stories brought in 2, here 1", "")


def test_the_trail_of_a_desk_from_before_is_remembered_by_the_migration(editor: User) -> None:
    record_on_desk(by=editor, verb="export", about=factories.article(by=editor))
    before = Trail.objects.values("chain", "version", "head", "stories").get()
    Trail.objects.all().delete()
    migration = importlib.import_module("newsroom.migrations.0006_trail")
    migration.remember(apps, SimpleNamespace(connection=connection))
    assert Trail.objects.values("chain", "version", "head", "stories").get() == before
    assert (before["version"], before["stories"]) == (2, 1)


def test_the_desks_chain_is_verified_too(editor: User, unguarded: None) -> None:
    for n in range(3):
        record_on_desk(by=editor, verb="export", about=editor, data={"n": n})
    Event.objects.filter(chain="desk", seq=2).update(data={"n": 7})
    assert first_break("desk") == "desk: event 2 is not what was written"
