"""Whose story it is, and who may see it."""

import importlib
from collections.abc import Callable
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection

from newsroom.domain import assigning, claiming
from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Denied, Unseen
from newsroom.models import Access, Article, Claim, Event, Member, Role, Standing, User
from tests import factories

DEADLINE = datetime(2026, 11, 30, 18, 0, tzinfo=UTC)


def assign(article: Article, by: User, *authors: User, **details: Any) -> Article:
    filled = {"byline": "By Ines Okoro", "desk": "City", "deadline": DEADLINE, **details}
    return assigning.assign(article, by=by, authors=authors, **filled)


def standings(article: Article) -> list[str]:
    return list(Claim.objects.filter(article=article).order_by("start", "pk").values_list("standing", flat=True))


def test_details_are_set_and_can_be_searched(article: Article, editor: User, second: User) -> None:
    assign(article, editor, second)
    article = Article.objects.get(pk=article.pk)
    assert (article.byline, article.desk, article.deadline) == ("By Ines Okoro", "City", DEADLINE)
    assert list(article.authors.all()) == [second]
    assert article.folded == f"{article.headline} By Ines Okoro City".casefold()


def test_marks_of_a_new_author_stop_counting_and_count_again(
    article: Article, claim: Claim, checker: User, second: User, editor: User, reporter: User
) -> None:
    factories.mark(claim, by=checker, verdict="disputed")
    factories.mark(claim, by=second, verdict="sourced")
    for authors, standing in (([reporter, checker], "sourced"), ([checker, second], "open"), ([reporter], "disputed")):
        assert assign(article, editor, *authors).author_ids == {author.pk for author in authors}
        assert Claim.objects.get(pk=claim.pk).standing == standing


def test_who_takes_their_own_name_off_wrote_it_all_the_same(article: Article, claim: Claim, editor: User) -> None:
    factories.mark(claim, by=editor)
    assign(article, editor, editor)
    assert assign(article, editor).author_ids == frozenset()
    assert Claim.objects.get(pk=claim.pk).standing == "open"
    with pytest.raises(Denied, match="You wrote this story"):
        factories.mark(claim, by=editor)
    with pytest.raises(Denied, match="You wrote this story"):
        claiming.dismiss(claim, by=editor, reason="No fact.")
    assert not Article.objects.get(pk=article.pk).is_author(editor)


def test_somebody_else_can_say_that_it_was_a_mistake(article: Article, claim: Claim, editor: User) -> None:
    factories.mark(claim, by=editor)
    for authors in ([editor], []):
        assign(article, editor, *authors)
    other = factories.user(Role.EDITOR)
    assign(article, other)  # says nothing about the one who is off the list already
    assert Claim.objects.get(pk=claim.pk).standing == "open"
    for authors in ([editor], []):
        assign(article, other, *authors)
    assert Claim.objects.get(pk=claim.pk).standing == "sourced"
    factories.mark(claim, by=editor, verdict="opinion")


def test_stories_from_before_learn_it_from_the_audit_trail(reporter: User, editor: User) -> None:
    other = factories.user(Role.EDITOR)
    mine, taken, kept = (factories.article(by=person) for person in (reporter, editor, editor))
    assign(mine, editor)
    assign(taken, editor, editor, other)
    assign(taken, editor, other)
    assign(taken, editor)
    assign(kept, editor, other)
    expected = [story.written_by for story in Article.objects.order_by("pk")]
    assert expected == [[], [editor.pk], [other.pk]]
    Article.objects.update(written_by=[])
    migration = importlib.import_module("newsroom.migrations.0003_who_wrote")
    migration.look_back(apps, SimpleNamespace(connection=connection))
    assert [story.written_by for story in Article.objects.order_by("pk")] == expected


@pytest.mark.parametrize("claims", [1, 4])
def test_counting_again_costs_one_look_and_a_write_for_each_change(
    article: Article, checker: User, editor: User, claims: int, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    for n in range(claims):
        factories.mark(factories.claim(article, n), by=checker)
    article, editor = Article.objects.get(pk=article.pk), User.objects.get(pk=editor.pk)
    with django_assert_max_num_queries(18 + claims):
        assign(article, editor, checker)
    assert set(standings(article)) == {Standing.OPEN}


def test_the_same_again_changes_nothing_though_the_page_is_older(
    article: Article, editor: User, checker: User, second: User
) -> None:
    seen = Article.objects.get(pk=article.pk).version
    members = [checker, second]
    for _click in range(2):
        assign(article, editor, second, seen=seen)
        assigning.restrict(article, by=editor, access=Access.RESTRICTED, members=members, seen=seen)
    assert [event.verb for event in Event.objects.filter(seq__gt=seen).exclude(chain="desk")] == ["assign", "restrict"]
    with pytest.raises(Conflict):
        assign(article, editor, seen=seen)
    with pytest.raises(Conflict):
        assigning.restrict(article, by=editor, access=Access.RESTRICTED, seen=seen)


@pytest.mark.parametrize(("field", "value"), [("byline", "x" * 201), ("desk", "x" * 61)])
def test_what_does_not_fit_is_refused(article: Article, editor: User, field: str, value: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        assign(article, editor, **{field: value})
    assert list(refusal.value.message_dict) == [field]
    assert Article.objects.get(pk=article.pk).byline == ""


@pytest.mark.parametrize("role", [Role.REPORTER, Role.CHECKER, Role.LEGAL])
def test_only_editors_assign_and_restrict(article: Article, role: Role) -> None:
    person = factories.user(role)
    with pytest.raises(Denied):
        assign(article, person, person)
    with pytest.raises(Denied):
        assigning.restrict(article, by=person, access=Access.RESTRICTED)
    assert Article.objects.get(pk=article.pk).access == Access.DESK


# --- Restricting ---


def test_restricted_to_the_members_and_the_editor_who_did_it(article: Article, editor: User, checker: User) -> None:
    assigning.restrict(article, by=editor, access=Access.RESTRICTED, members=[checker])
    assert Article.objects.get(pk=article.pk).access == Access.RESTRICTED
    assert set(Member.objects.values_list("user", flat=True)) == {editor.pk, checker.pk}
    assigning.restrict(article, by=editor, access=Access.RESTRICTED, members=[editor])
    assert set(Member.objects.values_list("user", flat=True)) == {editor.pk}
    assigning.restrict(article, by=editor, access=Access.DESK)
    assert not Member.objects.exists()
    assert Article.objects.get(pk=article.pk).access == Access.DESK


def test_the_event_names_the_members(article: Article, editor: User, checker: User) -> None:
    assigning.restrict(article, by=editor, access=Access.RESTRICTED, members=[checker])
    event = Event.objects.latest("id")
    assert event.data == {"access": "restricted", "members": sorted([editor.pk, checker.pk])}


def test_there_is_no_third_access(article: Article, editor: User) -> None:
    with pytest.raises(ValidationError) as refusal:
        assigning.restrict(article, by=editor, access="secret")
    assert list(refusal.value.message_dict) == ["access"]


def test_an_editor_who_is_no_member_does_not_open_it(article: Article, editor: User) -> None:
    assigning.restrict(article, by=editor, access=Access.RESTRICTED)
    with pytest.raises(Unseen):
        assigning.restrict(article, by=factories.user(Role.EDITOR), access=Access.DESK)
    assert Article.objects.get(pk=article.pk).access == Access.RESTRICTED
