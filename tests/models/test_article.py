"""Who may know of a story: `Article.objects.visible_to(user)` is the only way in."""

from collections.abc import Callable
from typing import Any

import pytest

from newsroom.domain import assigning
from newsroom.models import Access, Article, Role, User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return factories.user(Role.EDITOR)


@pytest.fixture
def restricted(editor: User) -> Article:
    return factories.article(by=editor, access=Access.RESTRICTED)


def seen(user: User) -> set[Article]:
    """What `visible_to` finds, which is what each story says by itself."""
    user = User.objects.get(pk=user.pk)
    found = set(Article.objects.visible_to(user))
    assert {article for article in Article.objects.all() if article.shows_itself_to(user)} == found
    return found


@pytest.mark.parametrize("role", Role.values)
def test_every_role_sees_the_desks_stories_and_none_the_restricted_ones(restricted: Article, role: str) -> None:
    open_story = factories.article()
    assert seen(factories.user(role)) == {open_story}


@pytest.mark.parametrize("fields", [{}, {"is_superuser": True}, {"is_staff": True}])
def test_without_a_role_nothing_is_seen(restricted: Article, fields: dict[str, Any]) -> None:
    """An administrator, too, works on stories in a role only; other groups are no roles."""
    factories.article()
    person = factories.user(**fields)
    person.groups.create(name="canteen")
    assert seen(person) == set()
    restricted.members.create(user=person)
    assert seen(person) == set()


def test_a_deactivated_account_sees_nothing() -> None:
    factories.article()
    person = factories.user(Role.EDITOR, is_active=False)
    assert seen(person) == set()


def test_members_and_authors_see_a_restricted_story_once(restricted: Article, editor: User) -> None:
    member, author = factories.user(Role.CHECKER), factories.user(Role.REPORTER)
    both = factories.user(Role.REPORTER)
    assigning.restrict(restricted, by=editor, access=Access.RESTRICTED, members=[member, both])
    assigning.assign(restricted, by=editor, authors=[author, both], byline="", desk="", deadline=None)
    for person in (editor, member, author, both):
        assert list(Article.objects.visible_to(person)) == [restricted]
        assert seen(person) == {restricted}
    assert seen(factories.user(Role.EDITOR)) == set()


def test_members_of_another_story_do_not_see_this_one(restricted: Article) -> None:
    other = factories.article(by=factories.user(Role.EDITOR), access=Access.RESTRICTED)
    assert seen(other.created_by) == {other}


def test_a_member_who_is_taken_off_sees_it_no_more(restricted: Article, editor: User) -> None:
    member = factories.user(Role.CHECKER)
    assigning.restrict(restricted, by=editor, access=Access.RESTRICTED, members=[member])
    assert seen(member) == {restricted}
    assigning.restrict(restricted, by=editor, access=Access.RESTRICTED, members=[])
    assert seen(member) == set()
    assigning.restrict(restricted, by=editor, access=Access.DESK)
    assert seen(member) == {restricted}


@pytest.mark.parametrize("stories", [1, 4])
def test_looking_costs_the_same_for_one_story_and_for_many(
    stories: int, django_assert_num_queries: Callable[..., Any]
) -> None:
    person = factories.user(Role.CHECKER)
    for _ in range(stories):
        factories.article(access=Access.RESTRICTED)
        factories.article()
    fresh = User.objects.get(pk=person.pk)
    with django_assert_num_queries(2):  # the person's roles, the stories
        assert len(Article.objects.visible_to(fresh)) == stories
