"""Who can open a restricted story."""

import pytest

from newsroom.domain.admitting import admitted, admitted_to
from newsroom.domain.assigning import restrict
from newsroom.models import Access, Article, Role
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_story_of_the_whole_desk_is_opened_by_everybody() -> None:
    assert admitted_to(factories.article()) is None


def test_authors_and_members_open_a_restricted_one_and_an_editor_among_them_lets_others_in() -> None:
    editor, checker, author = factories.user(Role.EDITOR), factories.user(Role.CHECKER), factories.user(Role.REPORTER)
    story = factories.article()
    story.authors.set([author])
    restrict(story, by=editor, access=Access.RESTRICTED, members=[checker])
    seen = admitted_to(Article.objects.get(pk=story.pk))
    assert seen and set(seen.people) == {editor, checker, author} and seen.editor
    assert all(Article.objects.visible_to(user).filter(pk=story.pk).exists() for user in seen.people)


def test_who_left_or_has_no_role_opens_nothing() -> None:
    gone, nobody, reporter = factories.user(Role.EDITOR), factories.user(), factories.user(Role.REPORTER)
    gone.is_active = False
    gone.save()
    assert admitted([gone.pk, nobody.pk, reporter.pk]) == ([reporter], False)
