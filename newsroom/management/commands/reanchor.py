"""`manage.py reanchor OLD NEW CLAIMS`: where the claims of one draft stand in the next, printed and not stored."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from newsroom.text.anchors import Placed, reanchor


class Command(BaseCommand):
    help = (
        'Place claims {"claims": [{"id", "exact", "start", "end"}]} of one plain text draft (UTF-8) in the next. '
        "Offsets are code points of the files as they are. Nothing is stored."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("old", metavar="OLD")
        parser.add_argument("new", metavar="NEW")
        parser.add_argument("claims", metavar="CLAIMS")
        parser.add_argument("--language", default="", help="a tag such as en or de; otherwise the draft shows it")

    def handle(self, *args: Any, **options: Any) -> None:
        old, new = text_of(options["old"]), text_of(options["new"])
        claims = claims_of(options["claims"], old)
        spans = [(claim["start"], claim["end"]) for claim in claims]
        placed = reanchor(old, new, spans, language=options["language"])
        rows = [{"id": claim["id"], **row(at)} for claim, at in zip(claims, placed, strict=True)]
        self.stdout.write(json.dumps({"claims": rows}, ensure_ascii=False, indent=1))


def row(at: Placed) -> dict[str, Any]:
    return {"start": at.start, "end": at.end, "status": at.state, "changed": at.changed, "why": at.why}


def text_of(name: str) -> str:
    """The words of a file, every line end and mark as it is."""
    try:
        return Path(name).read_bytes().decode("utf-8")
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{name} is not UTF-8 (byte {error.start}). Save it as UTF-8 and try again.") from error


def claims_of(name: str, old: str) -> list[dict[str, Any]]:
    """The claims of a file, each checked against its words."""
    try:
        claims = json.loads(text_of(name))["claims"]
        if not all(isinstance(claim["id"], str | int) for claim in claims):
            raise TypeError
        spans = [(claim["start"], claim["end"], claim.get("exact")) for claim in claims]
    except (ValueError, TypeError, KeyError) as error:
        raise CommandError(f'{name}: {{"claims": [{{"id", "exact", "start", "end"}}]}} is wanted.') from error
    for number, (start, end, exact) in enumerate(spans, 1):
        known = type(start) is int and type(end) is int and 0 <= start < end <= len(old)
        if not known or (exact is not None and old[start:end] != exact):
            raise CommandError(f"{name}: claim {number} does not stand there in the old draft. Make the file anew.")
    return list(claims)
