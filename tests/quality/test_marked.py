"""The marked stories can be read, and keep to the rules of their README."""

import re

import pytest

from newsroom.models.claim import Kind
from tests.quality.marked import Story, stories

STORIES = stories()
by_name = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


def test_twenty_stories_of_different_desks() -> None:
    assert len({story.name for story in STORIES}) == 20
    assert sum(len(story.several()) for story in STORIES) >= 60


@by_name
def test_a_story_is_short_and_its_kinds_are_the_desks(story: Story) -> None:
    assert 120 <= len(story.text.split()) <= 220
    assert {kind for fact in story.facts for kind in fact.kinds} <= set(Kind.values)
    assert all(fact.kinds for fact in story.facts)


@by_name
def test_claims_stand_in_sentences_and_are_trimmed(story: Story) -> None:
    for fact in story.facts:
        words = story.text[slice(*fact.span)]
        assert any(start <= fact.span.start and fact.span.end <= end for start, end in story.sentences), words
        assert not re.match(r"(But|And|Yet|Meanwhile|which|who|where)\b|\s", words), words
        assert not re.search(r"[\s,;]$", words), words


@by_name
def test_a_claims_kinds_agree_with_its_tokens(story: Story) -> None:
    """What can be told from one list of marks must not be denied by the other."""
    for name, kinds in {"dates": {"date"}, "superlatives": {"superlative"}, "names": {"name", "place"}}.items():
        for fact in story.facts:
            held = [span for span in story.tokens[name] if fact.span.start <= span.start and span.end <= fact.span.end]
            assert bool(held) == bool(fact.kinds & kinds), story.text[slice(*fact.span)]
