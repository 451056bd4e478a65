"""Describing sources: once for all claims, hidden with the stories that alone use them, and kept once used."""

import json
import uuid

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain import assigning, attaching, sourcing
from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Denied, Unseen
from newsroom.domain.sourcing import Facts, InUse
from newsroom.models import Access, Article, Claim, Event, Identity, Source, SourceKind, Stance, User
from tests import factories

pytestmark = pytest.mark.django_db


def refused(facts: Facts, by: User) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as error:
        sourcing.make(facts, by=by)
    return error.value.message_dict


@pytest.fixture
def hidden(editor: User) -> Claim:
    """A claim of a story that only the editor sees."""
    article = factories.article(by=editor)
    claim = factories.claim_on(article, "212,000 crowns", by=editor)
    assigning.restrict(article, by=editor, access=Access.RESTRICTED)
    return claim


# --- Making ---


def test_a_source_is_made_with_its_facts_and_one_event(checker: User) -> None:
    facts = Facts(
        title="  Minutes of \n 17 September ", kind=SourceKind.DOCUMENT, publisher="Ostrand council", origin="Council"
    )
    source = sourcing.make(facts, by=checker)
    source.refresh_from_db()
    assert (source.title, source.publisher, source.created_by) == (
        "Minutes of 17 September",
        "Ostrand council",
        checker,
    )
    event = Event.objects.get(chain="desk", object=f"source:{source.pk}")
    assert (event.verb, event.actor, event.data) == ("make source", checker.username, {"kind": "document"})


def test_the_same_again_is_the_same_source_until_something_rests_on_it(
    checker: User, second: User, claim: Claim
) -> None:
    facts = Facts(title="Minutes", address="https://council.example/minutes")
    source = sourcing.make(facts, by=checker)
    assert sourcing.make(facts, by=checker) == source
    assert sourcing.make(facts, by=second) != source
    factories.evidence(claim, by=checker, source=source)
    assert sourcing.make(facts, by=checker) != source


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (Facts(title=" "), "title"),
        (Facts(title="x" * 301), "title"),
        (Facts(title="a\0b"), "title"),
        (Facts(title="x", kind="rumour"), "kind"),
        (Facts(title="x", address="javascript:alert(1)"), "address"),
        (Facts(title="x", address="https://"), "address"),
        (Facts(title="x", address="https://a.example/ b"), "address"),
        (Facts(title="x", address="http://[::1"), "address"),
        (Facts(title="x", code="K-7", person="Jane"), "person"),
        (Facts(title="x", code="K-7", contact="+44"), "contact"),
        (Facts(title="x", code="K" * 13), "code"),
        (Facts(title="x", publisher="p" * 201), "publisher"),
    ],
)
def test_what_can_not_be_kept_is_refused_beside_its_field(facts: Facts, field: str, checker: User) -> None:
    assert list(refused(facts, checker)) == [field]
    assert not Source.objects.exists()


def test_a_code_name_makes_it_anonymous_and_is_given_once(checker: User) -> None:
    assert sourcing.make(Facts(title="A council official", code="K-7"), by=checker).anonymous
    assert refused(Facts(title="Another", code="K-7"), checker) == {"code": ["Another source has this code name."]}


def test_it_takes_the_role(reporter: User) -> None:
    with pytest.raises(Denied):
        sourcing.make(Facts(title="x"), by=reporter)


def test_no_event_repeats_what_a_name_could_stand_in(checker: User) -> None:
    named = Facts(title="Call with Jane Doe", person="Jane Doe", contact="jane@example.org", kind="interview")
    source = sourcing.make(named, by=checker)
    sourcing.edit(source, by=checker, facts=Facts(title="K-7, an official", kind="interview", code="K-7"), version=1)
    source.refresh_from_db()
    said = json.dumps([event.data for event in Event.objects.all()]) + json.dumps(source.folded)
    assert "jane" not in said.lower()


# --- Editing ---


def test_a_new_title_is_there_wherever_the_source_is_named(claim: Claim, checker: User, second: User) -> None:
    source = factories.source(by=checker, title="Minuts")
    evidence = factories.evidence(claim, by=checker, source=source)
    sourcing.edit(source, by=second, facts=Facts(title="Minutes"), version=1)
    evidence.refresh_from_db()
    assert evidence.source is not None
    assert (evidence.source.title, evidence.source.version) == ("Minutes", 2)
    assert list(sourcing.search(checker, "minutes")) == [source] and not sourcing.search(checker, "minuts")
    event = Event.objects.filter(chain="desk").latest("seq")
    assert (event.verb, event.actor, event.data) == (
        "edit source",
        second.username,
        {"fields": ["title"], "version": 2},
    )


def test_the_slower_of_two_is_told_and_the_same_again_changes_nothing(checker: User, second: User) -> None:
    source = factories.source(by=checker)
    sourcing.edit(source, by=second, facts=Facts(title="Minutes of 17 September"), version=1)
    with pytest.raises(Conflict) as conflict:
        sourcing.edit(source, by=checker, facts=Facts(title="Minutes, September"), version=1)
    assert (conflict.value.now, conflict.value.fresh) == ("Minutes of 17 September", {"version": 2})
    events = Event.objects.count()
    assert sourcing.edit(source, by=second, facts=Facts(title="Minutes of 17 September"), version=1).version == 2
    assert Event.objects.count() == events


def test_the_code_name_of_a_sealed_identity_stays(checker: User) -> None:
    source = factories.source(by=checker, title="An official", code="K-7")
    Identity.objects.create(source=source, sealed="…", owner=checker)
    with pytest.raises(ValidationError, match="code name"):
        sourcing.edit(source, by=checker, facts=Facts(title="An official"), version=1)
    assert sourcing.edit(source, by=checker, facts=Facts(title="Another title", code="K-7"), version=1).version == 2


def test_calling_it_ai_output_does_away_with_no_contradiction(claim: Claim, checker: User, second: User) -> None:
    source = factories.source(by=checker, title="Ferry log")
    row = factories.evidence(claim, by=checker, source=source, stance=Stance.CONTRADICTS)
    facts = Facts(title="Ferry log", kind=SourceKind.AI)
    with pytest.raises(ValidationError, match="contradicts a claim"):
        sourcing.edit(source, by=second, facts=facts, version=1)
    attaching.answer(row, by=second, text="The log is a day late.")
    assert sourcing.edit(source, by=second, facts=facts, version=1).kind == SourceKind.AI


# --- Who may know of it ---


def test_a_source_of_a_hidden_story_is_hidden_with_it(hidden: Claim, editor: User, checker: User) -> None:
    source = factories.source(by=editor, title="Leaked memo", address="https://memo.example/1")
    factories.evidence(hidden, by=editor, source=source)
    assert not sourcing.search(checker, "memo") and sourcing.known(f"x #{source.pk}", user=checker) is None
    assert sourcing.known("leaked memo", user=checker) is None and sourcing.known("leaked memo", user=editor) == source
    for deed in (
        lambda: sourcing.edit(source, by=checker, facts=Facts(title="x"), version=1),
        lambda: sourcing.remove(source, by=checker),
    ):
        with pytest.raises(Unseen):
            deed()
    assert sourcing.page_at("https://memo.example/1", by=checker) != source
    assert sourcing.page_at("https://memo.example/1", by=editor) == source


# --- Deleting ---


def test_an_unused_source_goes(checker: User) -> None:
    source = factories.source(by=checker)
    sourcing.remove(source, by=checker)
    assert not Source.objects.exists()
    assert Event.objects.filter(verb="delete source", object=f"source:{source.pk}").exists()


def test_one_that_was_ever_used_stays_and_lists_the_claims_one_may_see(
    article: Article, claim: Claim, hidden: Claim, checker: User, editor: User
) -> None:
    source = factories.source(by=checker)
    evidence = factories.evidence(claim, by=checker, source=source)
    attaching.withdraw(evidence, by=checker, key=uuid.uuid4(), reason="Another edition.")
    factories.evidence(hidden, by=editor, source=source)
    with pytest.raises(InUse) as refusal:
        sourcing.remove(source, by=checker)
    assert (refusal.value.claims, refusal.value.others) == ([claim], 1)
    assert refusal.value.messages[1:] == [
        f"{article.headline}: “212,000 crowns”", "More rests on it, which is not listed here.",
    ]  # fmt: skip
    assert hidden.article.headline not in " ".join(refusal.value.messages)
    with pytest.raises(InUse) as refusal:
        sourcing.remove(source, by=editor)
    assert (len(refusal.value.claims), refusal.value.others) == (2, 0)
    assert Source.objects.filter(pk=source.pk).exists()


def test_one_with_an_identity_stays(checker: User) -> None:
    source = factories.source(by=checker, code="K-7")
    Identity.objects.create(source=source, sealed="…", owner=checker)
    with pytest.raises(ValidationError, match="it stays"):
        sourcing.remove(source, by=checker)


# --- Finding ---


def test_search_takes_every_word_in_any_case_in_any_of_the_facts(checker: User) -> None:
    minutes = factories.source(by=checker, title="Minutes of ÉTÉ", publisher="Ostrand Council", kind="document")
    factories.source(by=checker, title="Minutes of winter", kind="data")
    assert list(sourcing.search(checker, "été council")) == [minutes]
    assert [source.title for source in sourcing.search(checker, "minutes")] == ["Minutes of winter", "Minutes of ÉTÉ"]
    assert list(sourcing.search(checker, "minutes", kind="document")) == [minutes]
    assert sourcing.search(checker).count() == 2


def test_a_source_is_known_by_its_number_or_by_a_title_that_is_its_alone(checker: User) -> None:
    one, two = factories.source(by=checker, title="Minutes"), factories.source(by=checker, title="Budget #99999999")
    for typed in (f"Minutes #{one.pk}", f"minu #{one.pk} ", f"#{one.pk}"):
        assert sourcing.known(typed, user=checker) == one
    assert sourcing.known(f"Photograph #{one.pk}", user=checker) is None
    assert sourcing.known(" minutes ", user=checker) == one
    assert sourcing.known("Budget #99999999", user=checker) == two
    assert sourcing.known("Minute", user=checker) is None and sourcing.known("", user=checker) is None
    summer = factories.source(by=checker, title="Été de l’Œuvre")
    assert sourcing.known("ÉTÉ de  l’œuvre", user=checker) == summer
    factories.source(title="MINUTES")
    assert sourcing.known("Minutes", user=checker) is None


def test_a_page_is_one_source_whoever_pastes_its_address(checker: User, second: User) -> None:
    source = sourcing.page_at(" https://www.council.example/minutes/17/ ", by=checker)
    assert (source.kind, source.title) == (SourceKind.PAGE, "council.example/minutes/17")
    assert sourcing.page_at("https://www.council.example/minutes/17/", by=second) == source
    with pytest.raises(ValidationError):
        sourcing.page_at("ftp://council.example", by=checker)
