"""`manage.py coverage ID`: how much of a story has been looked at, and what has not."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from newsroom.domain.covering import LABELS, Coverage, amount_left, coverage
from newsroom.models import Article
from newsroom.text.ledger import Gap


class Command(BaseCommand):
    help = "Print, class by class, how much of a story's current draft has been looked at, and each thing that has not."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("article", type=int, metavar="ID", help="the story's number, as in its address")
        parser.add_argument("--json", action="store_true", help="one JSON object, offsets in code points")

    def handle(self, *args: Any, **options: Any) -> None:
        article = Article.objects.select_related("draft").filter(pk=options["article"]).first()
        if article is None:
            raise CommandError(f"There is no story {options['article']}.")
        found = coverage(article)
        if options["json"]:
            self.stdout.write(json.dumps(as_json(article, found), ensure_ascii=False, indent=1))
        else:
            self.stdout.writelines(f"{line}\n" for line in table(article, found))


def as_json(article: Article, found: Coverage) -> dict[str, Any]:
    classes = {
        kind: {
            "all": tally.all,
            "covered": tally.covered,
            "uncovered": [gap_json(found, gap) for gap in tally.uncovered],
        }
        for kind, tally in found.tallies.items()
    }
    return {"article": article.pk, "draft": found.draft.number, "sha256": found.draft.sha256, "classes": classes}


def gap_json(found: Coverage, gap: Gap) -> dict[str, Any]:
    words = found.draft.text[gap.start : gap.end]
    return {"part": found.draft.part_at(gap.at), "start": gap.start, "end": gap.end, "at": gap.at, "words": words}


def table(article: Article, found: Coverage) -> Iterator[str]:
    """Lines for people: the numbers, then every uncovered token with its part and offsets."""
    yield f"{article.headline}, draft {found.draft.number}"
    for kind, tally in found.tallies.items():
        yield f"  {LABELS[kind]!s:<14} {amount_left(tally)}"
    for kind, tally in found.tallies.items():
        for gap in tally.uncovered:
            words = " ".join(found.draft.text[gap.start : gap.end].split())
            short = words if len(words) <= 60 else words[:59].rstrip() + "…"
            yield f"  {kind:<12} {found.draft.part_at(gap.at):<10} {gap.start:>6}–{gap.end:<6} {short}"
