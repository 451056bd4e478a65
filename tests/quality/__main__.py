"""Measures the breakdown and prints one table."""

import argparse

from tests.quality import following, news, report, speed
from tests.quality.differences import differences
from tests.quality.floors import SLOWEST, SLOWEST_ANYWHERE
from tests.quality.growth import SHORT, growth
from tests.quality.marked import Story, stories
from tests.quality.own import Measured, measure

# Often enough to be timed well: some 200 KB; and 2 MB.
COPIES = 10
MANY = 87_000


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("--differences", action="store_true", help="what was missed, and what was too much, in words")
    parser.add_argument("--growth", action="store_true", help="only time against length, as a table and drawn")
    own, asked = stories(), parser.parse_args()
    if asked.differences:
        print("\n".join(line for story in own for line in differences(story)))
    elif asked.growth:
        growth()
    else:
        annotated_news()
        marked_stories(own)
        second_drafts()


def annotated_news() -> None:
    if news.there():
        print("## Annotated news\n")
        report.measures({**news.quotes(), "sentences of 30": news.sentences(), **news.opinion()})
        report.speed("speed", *speed.times_as_long(news.text()), SLOWEST)
    else:
        print(f"No annotated news in {news.DATA}; QUALITY_DATA names its folder.")


def marked_stories(own: list[Story]) -> None:
    print(f"\n## The {len(own)} marked stories\n")
    found = {story.name: measure(story) for story in own}
    whole = sum(found.values(), Measured())
    report.stories({**found, "all": whole})
    print()
    report.overall(whole)
    report.kinds(whole)
    report.speed("speed", *speed.times_as_long("\n\n".join(story.text for story in own * COPIES)), SLOWEST)
    report.speed("speed, short sentences, 2 MB", *speed.times_as_long(SHORT * MANY), SLOWEST_ANYWHERE)


def second_drafts() -> None:
    print("\n## Claims in second drafts of the marked stories\n")
    print("\n".join(following.table(following.measure())))
    words, claims, taken = following.seconds()
    print(f"{claims} claims in {words:,} words: {taken:.2f} s")


if __name__ == "__main__":
    main()
