"""The ledger on the command line: the same numbers as the page's."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from newsroom.domain.covering import coverage
from newsroom.models import Article, Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    story = factories.article(text="The ferry sank on 4 May.\n\nWas it the ugliest of 12?", headline="Ferry sinks")
    factories.mark(factories.claim_on(story, "The ferry sank on 4 May", by=factories.user(Role.CHECKER)))
    return story


def printed(*args: object) -> str:
    out = StringIO()
    call_command("coverage", *args, stdout=out)
    return out.getvalue()


def test_numbers_class_by_class_then_what_is_left(article: Article) -> None:
    lines = [" ".join(line.split()) for line in printed(article.pk).splitlines()]
    assert lines[0] == "Ferry sinks, draft 1"
    assert lines[1:7] == [
        "Sentences 2 of 3 left", "Numbers 1 of 1 left", "Dates 0 of 1 left",
        "Quotations none", "Names none", "Superlatives 1 of 1 left",
    ]  # fmt: skip
    assert lines[7:] == [
        "sentence headline 0–11 Ferry sinks",
        "sentence body 39–64 Was it the ugliest of 12?",
        "number body 61–63 12",
        "superlative body 50–57 ugliest",
    ]


def test_the_same_as_json(article: Article) -> None:
    found = json.loads(printed(article.pk, "--json"))
    assert (found["article"], found["draft"], found["sha256"]) == (article.pk, 1, article.current.sha256)
    assert found["classes"]["number"] == {
        "all": 1,
        "covered": 0,
        "uncovered": [{"part": "body", "start": 61, "end": 63, "at": 61, "words": "12"}],
    }
    tallies = coverage(Article.objects.get(pk=article.pk)).tallies
    assert {kind: (each["covered"], each["all"]) for kind, each in found["classes"].items()} == {
        kind: (tally.covered, tally.all) for kind, tally in tallies.items()
    }


def test_a_story_that_is_not_there() -> None:
    with pytest.raises(CommandError, match="There is no story 99"):
        printed(99)
