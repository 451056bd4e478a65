"""Where what was found and what was marked part ways, in words."""

from collections.abc import Iterator, Sequence

from newsroom.text.breakdown import breakdown
from tests.quality.marked import CLASSES, Span, Story
from tests.quality.matching import half, pairs
from tests.quality.own import LEDGER, ledger_tokens


def differences(story: Story) -> Iterator[str]:
    """Lines for people: `−` was marked and not found, `+` was found and not marked."""
    yield f"\n{story.name}"
    for name in CLASSES:
        marked, found = story.tokens[name], ledger_tokens(story)[LEDGER[name]]
        missed = [span for span in marked if not half(story.text, span, found)]
        extra = [span for span in found if not half(story.text, span, marked)]
        yield from lines(name, story, missed, extra)
    marked, found = [fact.span for fact in story.facts], [Span(*claim[:2]) for claim in breakdown(story.text).claims]
    same = pairs(marked, found)
    missed = [span for place, span in enumerate(marked) if place not in {i for i, _ in same}]
    extra = [span for place, span in enumerate(found) if place not in {j for _, j in same}]
    yield from lines("claims", story, missed, extra)


def lines(name: str, story: Story, missed: Sequence[Span], extra: Sequence[Span]) -> Iterator[str]:
    for sign, span in sorted(
        [*(("−", span) for span in missed), *(("+", span) for span in extra)], key=lambda at: at[1]
    ):
        yield f"  {name:14}{sign} {' '.join(story.text[slice(*span)].split())}"
