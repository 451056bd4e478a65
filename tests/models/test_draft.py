"""Drafts that a process remembers."""

from typing import Any

import pytest

from newsroom.models import Draft
from newsroom.models.draft import known
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_remembered_draft_is_the_one_in_the_database(django_assert_num_queries: Any) -> None:
    pk = factories.article().current.pk
    stored = Draft.objects.get(pk=pk)
    with django_assert_num_queries(1):
        first, again = known(pk), known(pk)
    for draft in (first, again):
        assert draft == stored
        assert not draft.get_deferred_fields()
        assert [getattr(draft, field.attname) for field in Draft._meta.concrete_fields] == [
            getattr(stored, field.attname) for field in Draft._meta.concrete_fields
        ]


def test_what_one_request_reads_beside_it_is_not_there_for_the_next() -> None:
    article = factories.article()
    assert known(article.current.pk).article.headline == article.headline
    article.headline = "Pier reopened"
    article.save()
    assert known(article.current.pk).article.headline == "Pier reopened"
