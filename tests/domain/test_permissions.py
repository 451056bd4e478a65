"""Who may do what: the table of the design, cell by cell, and the reasons that a refusal gives."""

import pytest

from newsroom.domain import assigning, claiming, reviewing, talking, workflow
from newsroom.domain.permissions import TABLE, Denied, Unseen, Verb, may, require
from newsroom.models import Access, Article, Claim, Role, Status, User
from tests import factories

# One letter for each role that may: small on somebody else's story, capital on one's own.
# R reporter, C checker, E editor, L legal. Written out from the design, not computed from the code.
EXPECTED = {
    "see a story": "rR cC eE lL",
    "comment": "rR cC eE lL",
    "start a thread": "rR cC eE lL",
    "resolve one's own thread": "rR cC eE lL",
    "import": "rR eE",
    "add a draft": "R eE",
    "answer queries": "R eE",
    "accept or decline a correction": "R eE",
    "accept a claim": "cC eE lL",
    "add a claim or change its bounds": "cC eE lL",
    "dismiss a claim": "c e l",
    "correct a speaker": "cC eE lL",
    "mark": "c e l",
    "attach evidence": "cC eE lL",
    "ask a query": "cC eE lL",
    "propose a correction": "cC eE lL",
    "record dissent": "cC eE lL",
    "sign as checker": "c e",
    "sign as editor": "e",
    "sign as legal": "l",
    "settle": "e",  # stricter than the design: it would pass one's own words
    "resolve any thread": "eE",
    "assign": "eE",
    "move status": "eE",
    "restrict": "eE",
    "choose members": "eE",
    "override with a reason": "eE",
    "put a source’s identity into the vault": "R cC eE",
    "go on record as knowing an unnamed source": "eE",
    "register a correction after publication": "eE",
}
LETTERS = {Role.REPORTER: "r", Role.CHECKER: "c", Role.EDITOR: "e", Role.LEGAL: "l"}


def test_every_verb_is_in_the_table() -> None:
    assert set(EXPECTED) == {verb.value for verb in Verb} == {verb.value for verb in TABLE}


@pytest.mark.django_db
def test_cell_by_cell() -> None:
    people = {role: factories.user(role) for role in Role}
    others, own = factories.article(), factories.article(authors=tuple(people.values()))
    for verb in Verb:
        for role, person in people.items():
            for article, letter in ((others, LETTERS[role]), (own, LETTERS[role].upper())):
                cell = f"{verb}, {role}, {'own' if article == own else 'other'}"
                assert may(person, verb, article) is (letter in EXPECTED[verb.value]), cell
                if letter in EXPECTED[verb.value]:
                    assert require(person, verb, article) == role, cell
                else:
                    with pytest.raises(Denied):
                        require(person, verb, article)


@pytest.mark.django_db
@pytest.mark.parametrize("verb", Verb)
def test_without_a_role_or_without_an_active_account_nothing(verb: Verb) -> None:
    article = factories.article()
    nobody, left = factories.user(is_superuser=True), factories.user(*Role.values, is_active=False)
    for person, says in ((nobody, "It takes the role"), (left, "switched off")):
        assert not may(person, verb, article)
        with pytest.raises(Denied, match=says):
            require(person, verb, article)


@pytest.mark.django_db
def test_somebody_with_two_roles_acts_in_the_first_that_allows_it() -> None:
    article, person = factories.article(), factories.user(Role.LEGAL, Role.REPORTER)
    assert require(person, Verb.IMPORT) == Role.REPORTER
    assert require(person, Verb.MARK, article) == Role.LEGAL
    assert require(person, Verb.COMMENT, article) == Role.REPORTER
    both = factories.user(Role.REPORTER, Role.EDITOR)
    assert require(both, Verb.ADD_DRAFT, article) == Role.EDITOR
    assert require(both, Verb.ADD_DRAFT, factories.article(authors=(both,))) == Role.REPORTER


@pytest.mark.django_db
def test_a_refusal_says_why() -> None:
    reporter, checker = factories.user(Role.REPORTER), factories.user(Role.CHECKER)
    others, own = factories.article(), factories.article(authors=(reporter, checker))
    for person, verb, article, reason in (
        (checker, Verb.DISMISS, own, "You wrote this story: somebody else has to mark, dismiss and sign."),
        (reporter, Verb.ADD_DRAFT, others, "You may do this on stories of your own only."),
        (reporter, Verb.MARK, others, "Your account may not do this. It takes the role checker / editor / legal."),
        (checker, Verb.SETTLE, others, "Your account may not do this. It takes the role editor."),
    ):
        with pytest.raises(Denied) as refusal:
            require(person, verb, article)
        assert refusal.value.reason == str(refusal.value) == reason


# --- Restricted stories: 2b.10 ---


@pytest.mark.django_db
@pytest.mark.parametrize("verb", Verb)
def test_on_a_restricted_story_only_members_and_authors_act(verb: Verb) -> None:
    owner, member, author = factories.user(Role.EDITOR), factories.user(Role.EDITOR), factories.user(Role.EDITOR)
    article = factories.article(by=owner, authors=(author,))
    assigning.restrict(article, by=owner, access=Access.RESTRICTED, members=[member])
    article = Article.objects.get(pk=article.pk)
    for role in TABLE[verb]:
        with pytest.raises((Denied, Unseen)):
            require(factories.user(role), verb, article)
    if Role.EDITOR in TABLE[verb]:
        with pytest.raises(Unseen):
            require(factories.user(Role.EDITOR), verb, article)
        assert require(member, verb, article) == Role.EDITOR
        if "E" in EXPECTED[verb.value]:
            assert require(author, verb, article) == Role.EDITOR


@pytest.mark.django_db
def test_no_verb_reaches_a_story_that_is_hidden_from_the_person() -> None:
    """Also where a caller forgot to look through `visible_to`."""
    owner = factories.user(Role.EDITOR)
    article = factories.article(by=owner)
    claim = factories.claim(article)
    thread = factories.comment(claim, by=owner).thread
    assigning.restrict(article, by=owner, access=Access.RESTRICTED)
    stranger = factories.user(Role.EDITOR)
    version = Article.objects.get(pk=article.pk).version
    for deed in (
        lambda: factories.mark(claim, by=stranger),
        lambda: claiming.accept(claim, by=stranger),
        lambda: claiming.dismiss(claim, by=stranger, reason="No fact."),
        lambda: factories.claim_on(article, "crowns", by=stranger),
        lambda: factories.comment(claim, by=stranger),
        lambda: factories.comment(article, by=stranger),
        lambda: talking.resolve(thread, by=stranger),
        lambda: workflow.move(article, by=stranger, to=Status.KILLED),
        lambda: assigning.assign(article, by=stranger, authors=[stranger], byline="", desk="", deadline=None),
    ):
        with pytest.raises(Unseen):
            deed()
    assert Article.objects.get(pk=article.pk).version == version


@pytest.mark.django_db
def test_a_role_taken_away_is_gone_with_the_next_request(claim: Claim, checker: User) -> None:
    factories.mark(claim, by=checker)
    checker.groups.clear()
    again = User.objects.get(pk=checker.pk)
    with pytest.raises(Unseen):
        reviewing.undo(claim, by=again, anchor=claim.anchor_id or 0, number=1)
