"""`manage.py gate ID`: what is left to do before a story can be signed off; exit 1 when something is."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from newsroom.domain.gate import look
from newsroom.models import Article


class Command(BaseCommand):
    help = "Print what is left to do before a story can be signed off; exit 0 when nothing is, 1 when something is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("article", type=int, metavar="ID", help="the story's number, as in its address")
        parser.add_argument("--json", action="store_true", help="one JSON object, offsets in code points")

    def handle(self, *args: Any, **options: Any) -> None:
        article = Article.objects.select_related("draft").filter(pk=options["article"]).first()
        if article is None:
            raise CommandError(f"There is no story {options['article']}.", returncode=2)
        found = look(article)
        if options["json"]:
            said = {
                "article": article.pk,
                "draft": article.current.number,
                "sha256": article.current.sha256,
                "policy": found.policy.version,
                "problems": [problem.as_json() for problem in found.problems],
                "warnings": [problem.as_json() for problem in found.warnings],
            }
            self.stdout.write(json.dumps(said, ensure_ascii=False, indent=1))
        else:
            self.stdout.write(f"{article.headline}, draft {article.current.number}")
            self.stdout.writelines(f"  {each.code:<10} {each.about:<18} {each.text}\n" for each in found.problems)
            self.stdout.writelines(f"  {each.code:<10} {each.about:<18} {each.text}\n" for each in found.warnings)
        if found.problems:
            sys.exit(1)
