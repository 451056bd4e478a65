"""The vault: who confidential sources are."""

import uuid

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from newsroom.domain import assigning, attaching, filing, staffing
from newsroom.domain.calculating import Figure
from newsroom.domain.ciphering import Secret
from newsroom.domain.permissions import Denied, Unseen
from newsroom.domain.sealing import choose_readers, destroy, enter, next_code, read, rotate, seal, seals_as
from newsroom.domain.verifying import broken_chains
from newsroom.domain.vouching import vouch
from newsroom.models import Access, Article, Claim, Event, Evidence, Identity, Knower, Source, User
from tests import factories

pytestmark = pytest.mark.django_db
SECRET = Secret("Zyxw Qvut", "zq@quay.example")


@pytest.fixture
def source(checker: User, claim: Claim) -> Source:
    """The reporter's own story rests on it."""
    source = factories.source(by=checker, title="Talks with somebody at the quay")
    factories.evidence(claim, by=checker, source=source)
    return source


@pytest.fixture
def identity(source: Source, reporter: User) -> Identity:
    """K-7, sealed by a reporter."""
    return seal(source, by=reporter, secret=SECRET, code="K-7")


def told() -> list[tuple[str, User | None]]:
    """What the trail says of identities, in order."""
    found = Event.objects.filter(chain="desk", object__startswith="identity:").order_by("seq")
    return [(event.verb, event.account) for event in found]


def refusal(deed, *args, **options) -> str:
    with pytest.raises(ValidationError) as refused:
        deed(*args, **options)
    [said] = refused.value.messages
    return said


# --- Putting in ---


def test_a_sealed_source_has_a_code_name_and_nothing_else(identity, source, reporter):
    source.refresh_from_db()
    assert (source.code, source.anonymous, source.person, source.contact, source.version) == ("K-7", True, "", "", 2)
    assert "k-7" in source.folded
    assert (identity.owner, identity.destroyed_at) == (reporter, None) and "Zyxw" not in identity.sealed
    event = Event.objects.get(verb="seal identity")
    assert (event.object, event.data) == (f"identity:{identity.pk}", {"code": "K-7", "source": source.pk})
    assert read(source.pk, by=reporter) == SECRET
    assert not any(broken_chains())


def test_the_same_again_is_the_same_and_anything_else_is_refused(identity, source, reporter, editor):
    assert seal(source, by=reporter, secret=SECRET, code="K-7") == identity
    for by, secret in ((editor, SECRET), (reporter, Secret("Somebody Else"))):
        assert refusal(seal, source, by=by, secret=secret, code="K-7").startswith(
            "The identity of this source is, or was"
        )
    assert [verb for verb, _by in told()] == ["seal identity"]


def test_who_says_who_it_is_made_it_or_has_a_story_that_rests_on_it(
    source: Source, article: Article, checker: User, reporter: User, editor: User
) -> None:
    second, lawyer = factories.user("checker"), factories.user("legal")
    assert [seals_as(source, who) for who in (checker, second, editor)] == ["checker", "checker", "editor"]
    assert (seals_as(source, reporter), seals_as(source, lawyer)) == ("reporter", None)
    unused, strange = factories.source(by=checker), factories.source(by=lawyer)
    assert [seals_as(unused, who) for who in (checker, second, editor, reporter)] == ["checker", None, None, None]
    assert seals_as(strange, lawyer) is None
    for who, what in ((second, unused), (factories.user("reporter"), source), (lawyer, strange)):
        with pytest.raises(Denied, match="a checker or editor who made the source"):
            seal(what, by=who, secret=SECRET, code="K-7")
    assigning.restrict(article, by=editor, access=Access.RESTRICTED)
    assert [seals_as(source, who) for who in (second, reporter, checker)] == [None, "reporter", "checker"]
    attaching.withdraw(source.evidence.get(), by=editor, key=uuid.uuid4(), reason="Misread.")
    assert seals_as(source, reporter) is None and not Identity.objects.exists()


def test_the_next_free_number_is_proposed(identity, checker):
    assert next_code() == "K-8"
    factories.source(by=checker, code="K-12", anonymous=True)
    factories.source(by=checker, code="M-40", anonymous=True)
    assert next_code() == "K-13"


def test_a_code_name_that_a_source_has_stays(checker):
    source = factories.source(by=checker, code="Heron", anonymous=True)
    seal(source, by=checker, secret=SECRET, code="K-1")
    source.refresh_from_db()
    assert source.code == "Heron"


@pytest.mark.parametrize(
    ("fields", "secret", "code", "said"),
    [
        ({}, Secret(" "), "K-1", "Who is it?"),
        ({}, Secret("x" * 201), "K-1", "At most 200 characters."),
        ({}, Secret("x", "y" * 2001), "K-1", "At most 2000 characters."),
        ({}, Secret("Zyxw\0Qvut"), "K-1", "Character 5 can't be kept"),
        ({}, SECRET, "Zyxw", "A code name is a letter or a few, a dash and a number"),
        ({}, SECRET, "K-9", "Another source has this code name. Free is K-10."),
        ({"person": "Someone"}, SECRET, "K-1", "This source names somebody already"),
        ({"contact": "someone@quay.example"}, SECRET, "K-1", "This source names somebody already"),
        ({"title": "Talk with ZYXW  Qvut"}, SECRET, "K-1", "This name stands in the source’s title"),
        ({"publisher": "zyxw qvut"}, SECRET, "K-1", "This name stands in the source’s title"),
    ],
)
def test_what_can_not_be_sealed(checker, fields, secret, code, said):
    factories.source(by=checker, code="K-9", anonymous=True)
    source = factories.source(by=checker, **fields)
    found = refusal(seal, source, by=checker, secret=secret, code=code)
    assert found.startswith(said)
    assert "Zyxw" not in found and not Identity.objects.exists()


def test_a_name_in_a_file_or_in_evidence_comes_too_late(source, checker, claim, editor):
    filing.keep(source, by=checker, upload=SimpleUploadedFile("zyxw qvut, talk.pdf", factories.PDF))
    assert refusal(seal, source, by=checker, secret=SECRET, code="K-1").startswith("This name stands in")
    other = factories.source(by=editor)
    Evidence.objects.create(claim=claim, source=other, by=editor, role="editor", note="Zyxw Qvut says so.")
    assert refusal(seal, other, by=editor, secret=SECRET, code="K-1").startswith("This name stands in")


@pytest.mark.parametrize(
    "fields",
    [
        {"locator": "Zyxw Qvut, 12:31"},
        {"passage": "I am Ｚｙｘｗ Qvut."},
        {"formula": "a + 1", "inputs": (Figure("a", "1", "told by zyxw qvut"),)},
    ],
)
def test_a_name_anywhere_in_evidence_comes_too_late(source, checker, claim, fields):
    factories.evidence(claim, by=checker, source=source, **fields)
    assert refusal(seal, source, by=checker, secret=SECRET, code="K-1").startswith("This name stands in")


def test_a_name_in_an_answer_to_evidence_comes_too_late(source, checker, claim):
    row = factories.evidence(claim, by=checker, source=source, stance="contradicts")
    attaching.answer(row, by=checker, text="Zyxw Qvut was not there.")
    assert refusal(seal, source, by=checker, secret=SECRET, code="K-1").startswith("This name stands in")


@pytest.mark.parametrize("name", ["zyxw-qvut.pdf", "Zyxw_Qvut, talk.pdf", "talk.zyxw.qvut.pdf"])
def test_a_name_is_found_whatever_stands_between_its_words(source, checker, name):
    filing.keep(source, by=checker, upload=SimpleUploadedFile(name, factories.PDF))
    assert refusal(seal, source, by=checker, secret=SECRET, code="K-1").startswith("This name stands in")


def test_without_a_key_nothing_is_sealed(source, reporter, settings):
    settings.VAULT_KEYS = []
    assert refusal(seal, source, by=reporter, secret=SECRET, code="K-7").startswith("The vault is switched off")
    source.refresh_from_db()
    assert source.code == ""


def test_who_knows_of_the_source_may_seal_it(source, claim, editor):
    with pytest.raises(Unseen):
        seal(source, by=factories.user(is_superuser=True), secret=SECRET, code="K-7")
    Evidence.objects.create(claim=claim, source=source, by=editor, role="editor")
    assigning.restrict(claim.article, by=editor, access=Access.RESTRICTED)
    with pytest.raises(Unseen):
        seal(source, by=factories.user("editor"), secret=SECRET, code="K-7")


# --- Reading ---


@pytest.mark.parametrize("role", ["reporter", "checker", "editor", "legal", None])
def test_nobody_reads_who_is_not_named_whatever_the_role(identity, source, role):
    stranger = factories.user(*([role] if role else []), is_superuser=role is None)
    for deed in (
        enter,
        read,
        lambda *a, **k: choose_readers(*a, readers=[], **k),
        lambda *a, **k: destroy(*a, code="K-7", **k),
    ):
        with pytest.raises(Unseen):
            deed(source.pk, by=stranger)
    assert told()[1:] == [("refuse identity", stranger)] * 4
    identity.refresh_from_db()
    assert identity.sealed and not identity.destroyed_at


@pytest.mark.parametrize("roles", [[], ["legal"]])
def test_who_is_named_reads_whatever_the_role_and_every_time_is_recorded(identity, source, reporter, roles):
    named = factories.user(*roles)
    choose_readers(source.pk, by=reporter, readers=[named])
    assert enter(source.pk, by=named) == identity
    assert [read(source.pk, by=named), read(source.pk, by=named)] == [SECRET, SECRET]
    assert told()[2:] == [("read identity", named)] * 2


def test_where_there_is_none_there_is_nothing_to_record(source, editor):
    with pytest.raises(Unseen):
        read(source.pk, by=editor)
    with pytest.raises(Unseen):
        read(999_999, by=editor)
    assert told() == []


def test_an_account_that_is_off_reads_nothing(identity, source, reporter):
    staffing.deactivate(reporter, by=factories.user(is_superuser=True))
    with pytest.raises(Unseen):
        read(source.pk, by=User.objects.get(pk=reporter.pk))


def test_what_no_key_opens_is_not_called_read(identity, source, reporter, settings):
    settings.VAULT_KEYS = [Fernet.generate_key().decode()]
    assert refusal(read, source.pk, by=reporter) == "No key in the settings of this desk opens this identity."
    settings.VAULT_KEYS = []
    assert refusal(read, source.pk, by=reporter).startswith("The vault is switched off")
    assert [verb for verb, _by in told()] == ["seal identity"]


# --- Deciding about it ---


def test_the_owner_names_the_readers(identity, source, reporter, editor, second):
    choose_readers(source.pk, by=reporter, readers=[editor, second, reporter])
    choose_readers(source.pk, by=reporter, readers=[second, editor])
    assert {reader.user for reader in identity.readers.all()} == {editor, second}
    [event] = Event.objects.filter(verb="choose readers")
    assert event.data == {"readers": sorted([editor.username, second.username])}
    choose_readers(source.pk, by=reporter, readers=[editor])
    with pytest.raises(Unseen):
        read(source.pk, by=second)


def test_a_reader_decides_nothing_until_the_owner_is_gone(identity, source, reporter, editor):
    choose_readers(source.pk, by=reporter, readers=[editor])
    with pytest.raises(Denied, match=str(reporter)):
        choose_readers(source.pk, by=editor, readers=[])
    with pytest.raises(Denied):
        destroy(source.pk, by=editor, code="K-7")
    staffing.deactivate(reporter, by=factories.user(is_superuser=True))
    assert destroy(source.pk, by=editor, code="K-7").destroyed_by == editor


def test_destroying_leaves_everything_but_who_it_is(identity, source, reporter, editor):
    evidence = source.evidence.get()
    knower = vouch(source, by=editor)
    assert refusal(destroy, source.pk, by=reporter, code="K-8") == "Type K-7, the code name, to confirm."
    gone = destroy(source.pk, by=reporter, code=" k-7 ")
    assert (gone.sealed, gone.destroyed_by) == ("", reporter) and gone.destroyed_at
    source.refresh_from_db()
    assert (source.code, source.evidence.get()) == ("K-7", evidence)
    assert Knower.objects.get() == knower
    for deed in (read, lambda *a, **k: destroy(*a, code="K-7", **k)):
        assert refusal(deed, source.pk, by=reporter).startswith("This identity was destroyed")
    assert refusal(seal, source, by=reporter, secret=SECRET, code="K-7").startswith(
        "The identity of this source is, or was"
    )
    assert not any(broken_chains())


def test_all_are_sealed_anew_under_the_newest_key(identity, source, reporter, checker, settings):
    other, third = factories.source(by=checker), factories.source(by=checker)
    seal(other, by=checker, secret=Secret("Another One"), code="K-8")
    seal(third, by=checker, secret=Secret("A Third"), code="K-9")
    destroy(third.pk, by=checker, code="K-9")
    old, new = settings.VAULT_KEYS[0], Fernet.generate_key().decode()
    settings.VAULT_KEYS = [new, old]
    assert list(rotate()) == ["", ""]
    assert told()[-2:] == [("rotate identity", None)] * 2
    settings.VAULT_KEYS = [new]
    assert (read(source.pk, by=reporter), read(other.pk, by=checker).name) == (SECRET, "Another One")
    settings.VAULT_KEYS = [Fernet.generate_key().decode()]
    assert next(rotate()) == f"identity {identity.pk}: No key in the settings of this desk opens this identity."


def test_two_seal_at_once_and_one_owns_it(transactional_db, together):
    one, two = factories.user("checker"), factories.user("editor")
    source = factories.source(by=one)
    factories.evidence(factories.claim(factories.article(by=two)), by=one, source=source)

    def sealing(by: User):
        try:
            return seal(source, by=by, secret=SECRET, code="K-1").owner
        except ValidationError as refused:
            return refused.code

    assert sorted(map(str, together(lambda: sealing(one), lambda: sealing(two)))) in (
        sorted([str(one), "sealed"]),
        sorted([str(two), "sealed"]),
    )
