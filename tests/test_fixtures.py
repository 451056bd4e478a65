"""The test bench itself: a transactional test must leave the desk as migrations made it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import IntegrityError, connection, transaction

from newsroom.domain.verifying import first_break
from newsroom.models import Event, Review, Role, triggers
from tests import factories


def desk_as_migrated() -> None:
    assert triggers.present("default") == set(triggers.wanted(connection.vendor))
    assert set(Group.objects.values_list("name", flat=True)) == set(Role.values)
    assert list(Event.objects.values_list("chain", "seq")) == [("desk", 1)]
    assert first_break("desk") == ""
    assert cache.get("counted") is None


@pytest.mark.parametrize("turn", [1, 2])
@pytest.mark.django_db(transaction=True)
def test_transactional_tests_find_the_desk_as_migrated(turn: int) -> None:
    """Twice the same: the second turn stands on what the first one's flush left."""
    desk_as_migrated()
    factories.mark(factories.claim(factories.article()))
    cache.set("counted", 5)
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.all().delete()


@pytest.mark.django_db
def test_plain_tests_find_the_desk_as_migrated() -> None:
    desk_as_migrated()


def test_jobs_run_together_on_their_own_connections(transactional_db: None, together: Callable[..., list[Any]]) -> None:
    makers = [lambda n=n: factories.article(headline=f"Story {n}").headline for n in range(8)]
    assert together(*makers) == [f"Story {n}" for n in range(8)]
