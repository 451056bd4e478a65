"""Deadlines in words."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from newsroom.models import Article, Status
from newsroom.templatetags.deadlines import due, when

NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)  # a Wednesday


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 3, 4, 18, 0, tzinfo=UTC), "today 18:00"),
        (datetime(2026, 3, 4, 9, 5, tzinfo=UTC), "today 09:05"),
        (datetime(2026, 3, 5, 0, 0, tzinfo=UTC), "tomorrow 00:00"),
        (datetime(2026, 3, 3, 23, 59, tzinfo=UTC), "yesterday 23:59"),
        (datetime(2026, 3, 10, 9, 0, tzinfo=UTC), "Tuesday 09:00"),
        (datetime(2026, 3, 11, 9, 0, tzinfo=UTC), "11 March 09:00"),
        (datetime(2026, 3, 2, 9, 0, tzinfo=UTC), "2 March 09:00"),
        (datetime(2025, 12, 31, 9, 0, tzinfo=UTC), "31 December 2025 09:00"),
    ],
)
def test_a_moment_is_named_as_people_name_it(moment, words):
    assert when(moment, NOW) == words


@pytest.mark.parametrize("status", Status.values)
def test_an_overdue_story_says_so_in_words_and_class_while_it_is_in_work(status):
    shown = due(Article(deadline=timezone.now() - timedelta(days=400), status=status))
    in_work = status in ("package", "checking", "queries-out", "ready")
    assert ("overdue since" in shown) is in_work
    assert ('class="due late"' in shown) is in_work
    assert bool(shown) is in_work


def test_a_coming_deadline_is_due_and_not_late():
    shown = due(Article(deadline=timezone.now() + timedelta(days=400)))
    assert ">due " in shown
    assert "late" not in shown


def test_without_a_deadline_nothing_is_said():
    assert due(Article()) == ""


def test_the_deadline_is_there_for_machines_too():
    assert 'datetime="2020-05-06T07:08+00:00"' in due(Article(deadline=datetime(2020, 5, 6, 7, 8, tzinfo=UTC)))
