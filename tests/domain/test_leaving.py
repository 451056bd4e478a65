"""Whoever leaves, somebody can still open every restricted story. DESIGN 2b.10: closed by default, and not for good."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from newsroom.domain import assigning, staffing
from newsroom.domain.handing import hand_over
from newsroom.domain.leaving import left_alone_by
from newsroom.domain.permissions import Denied
from newsroom.domain.verifying import broken_chains
from newsroom.models import Access, Article, Event, Role, User
from tests import factories


@pytest.fixture
def boss(db: None) -> User:
    return factories.user(is_superuser=True)


@pytest.fixture
def hidden(editor: User) -> Article:
    """Restricted by the editor who brought it in, and by nobody else seen."""
    return factories.article(by=editor, access=Access.RESTRICTED)


def test_the_only_one_who_can_open_a_story_does_not_leave(hidden: Article, editor: User, boss: User) -> None:
    other = factories.article(by=editor, access=Access.RESTRICTED)
    for deed in (
        lambda: staffing.deactivate(editor, by=boss),
        lambda: staffing.give_roles(editor, by=boss, roles=[]),
    ):
        with pytest.raises(ValidationError, match="can open 2 restricted stories") as refusal:
            deed()
        assert list(refusal.value.message_dict) == ["heir"]
        assert not {hidden.headline, other.headline} & set(refusal.value.messages)
    assert list(Article.objects.visible_to(User.objects.get(pk=editor.pk)).order_by("pk")) == [hidden, other]
    staffing.give_roles(editor, by=boss, roles=["checker"])  # who still opens it may change roles


@pytest.mark.parametrize("kind", ["member", "author"])
def test_one_other_person_at_work_is_enough(hidden: Article, editor: User, boss: User, kind: str) -> None:
    other = factories.user(Role.REPORTER)
    if kind == "member":
        assigning.restrict(hidden, by=editor, access=Access.RESTRICTED, members=[other])
    else:
        assigning.assign(hidden, by=editor, authors=[other], byline="", desk="", deadline=None)
    staffing.deactivate(editor, by=boss)
    with pytest.raises(ValidationError, match="can open 1 restricted story"):
        staffing.deactivate(other, by=boss)


@pytest.mark.parametrize("change", [{"is_active": False}, {"roles": ()}])
def test_who_is_not_at_work_opens_nothing(hidden: Article, editor: User, boss: User, change: dict[str, object]) -> None:
    other = factories.user(Role.CHECKER)
    assigning.restrict(hidden, by=editor, access=Access.RESTRICTED, members=[other])
    if "roles" in change:
        staffing.give_roles(other, by=boss, roles=[])
    else:
        staffing.deactivate(other, by=boss)
    with pytest.raises(ValidationError, match="1 restricted story"):
        staffing.deactivate(editor, by=boss)


def test_stories_of_the_whole_desk_hold_nobody(article: Article, editor: User, boss: User) -> None:
    staffing.deactivate(editor, by=boss)
    assert not User.objects.get(pk=editor.pk).is_active


def test_an_author_does_not_take_the_last_name_off(hidden: Article, editor: User, boss: User) -> None:
    author = factories.user(Role.EDITOR)
    assigning.assign(hidden, by=editor, authors=[author], byline="", desk="", deadline=None)
    staffing.deactivate(editor, by=boss)
    with pytest.raises(ValidationError, match="Nobody could open this restricted story") as refusal:
        assigning.assign(hidden, by=author, authors=[], byline="", desk="", deadline=None)
    assert list(refusal.value.message_dict) == ["authors"]
    assert list(Article.objects.visible_to(author)) == [hidden]


# --- Handing over ---


def test_handed_over_an_editor_opens_them_and_the_leaver_can_go(hidden: Article, editor: User, boss: User) -> None:
    heir, checker = factories.user(Role.EDITOR), factories.user(Role.CHECKER)
    shared = factories.article(by=editor, access=Access.RESTRICTED)
    assigning.restrict(shared, by=editor, access=Access.RESTRICTED, members=[checker])
    assert hand_over(editor, by=boss, to=heir) == 1
    assert list(Article.objects.visible_to(heir)) == [hidden]
    event = Event.objects.latest("id")
    assert (event.chain, event.verb, event.account) == (f"article:{hidden.pk}", "hand over", boss)
    assert event.data == {"from": editor.pk, "to": heir.pk}
    assert not any(broken_chains())
    staffing.deactivate(editor, by=boss)
    assert hand_over(editor, by=boss, to=heir) == 0
    assert not left_alone_by(editor).exists()


def test_only_to_an_editor_at_work_and_only_by_an_administrator(hidden: Article, editor: User, boss: User) -> None:
    left = factories.user(Role.EDITOR, is_active=False)
    for wrong in (factories.user(Role.CHECKER), left, editor):
        with pytest.raises(ValidationError, match="Choose another editor"):
            hand_over(editor, by=boss, to=wrong)
    with pytest.raises(Denied):
        hand_over(editor, by=editor, to=factories.user(Role.EDITOR))
    assert [member.user for member in hidden.members.all()] == [editor]


@pytest.mark.parametrize("verb", ["assign", "restrict"])
def test_nobody_is_taken_off_a_story_while_the_last_other_person_leaves(
    transactional_db: None, together: Callable[..., list[Any]], verb: str
) -> None:
    """Each would be right alone: the one looks who else can open the story before the other is written."""
    boss = factories.user(is_superuser=True, staff=True)
    editor, other = factories.user(Role.EDITOR), factories.user(Role.EDITOR)
    story = factories.article(by=editor, authors=(other,) if verb == "assign" else (), access=Access.RESTRICTED)
    if verb == "restrict":
        assigning.restrict(story, by=editor, access=Access.RESTRICTED, members=[other])
    looked, done = threading.Event(), threading.Event()

    def leave() -> None:
        with transaction.atomic():
            staffing.deactivate(editor, by=boss)
            looked.set()
            done.wait(2)

    def take_off() -> str:
        looked.wait(10)
        try:
            if verb == "assign":
                assigning.assign(story, by=editor, authors=[], byline="", desk="", deadline=None)
            else:
                assigning.restrict(story, by=editor, access=Access.RESTRICTED)
        except ValidationError as refusal:
            return str(refusal.messages)
        finally:
            done.set()
        return ""

    assert "Nobody could open" in together(leave, take_off)[1]
    assert any(user.is_active for user in (editor, other))
    people = User.objects.filter(Q(memberships__article=story) | Q(written=story), is_active=True)
    assert people.exists()
