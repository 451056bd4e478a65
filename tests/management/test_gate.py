"""The gate on the command line: the same list, and an exit code."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from newsroom.domain import gate
from newsroom.models import Article
from tests import factories

pytestmark = pytest.mark.django_db


def printed(*args: object) -> tuple[str, int]:
    """What the command prints, and the code that it ends with."""
    out = StringIO()
    try:
        call_command("gate", *args, stdout=out)
    except SystemExit as end:
        return out.getvalue(), int(end.code or 0)
    return out.getvalue(), 0


def test_every_problem_in_order_and_exit_1() -> None:
    story = factories.article(headline="Ferry sinks")
    problems = gate.problems(Article.objects.get(pk=story.pk))
    said, code = printed(story.pk)
    first, *lines = said.splitlines()
    assert first == "Ferry sinks, draft 1"
    assert [line.split(maxsplit=2) for line in lines] == [[each.code, each.about, each.text] for each in problems]
    assert code == 1


def test_nothing_left_and_exit_0() -> None:
    story = factories.signed(factories.article(headline="Ferry sinks"))
    assert printed(story.pk) == ("Ferry sinks, draft 1\n", 0)


def test_the_same_as_json() -> None:
    story = factories.article()
    said, code = printed(story.pk, "--json")
    found = json.loads(said)
    assert (found["article"], found["draft"], found["sha256"]) == (story.pk, 1, story.current.sha256)
    assert (found["policy"], found["warnings"], code) == (1, [], 1)
    assert found["problems"] == [each.as_json() for each in gate.problems(Article.objects.get(pk=story.pk))]
    said, code = printed(factories.signed(story).pk, "--json")
    assert (json.loads(said)["problems"], code) == ([], 0)


def test_a_story_that_is_not_there() -> None:
    with pytest.raises(CommandError, match="There is no story 99") as refusal:
        call_command("gate", "99")
    assert refusal.value.returncode == 2
