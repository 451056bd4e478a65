"""`manage.py extract FILE…`: what the breakdown finds in a text, printed and not stored."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from newsroom.domain.reading import sentence
from newsroom.formats import plain
from newsroom.formats.document import Unreadable
from newsroom.text.breakdown import Breakdown, Claim, Quote, breakdown
from newsroom.text.canonical import compose


class Command(BaseCommand):
    help = "Print the quotes and claims of plain text files; “-” is standard input. Nothing is stored."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        layout = parser.add_mutually_exclusive_group()
        layout.add_argument("--json", action="store_true", help="one JSON object a file, a list for several")
        layout.add_argument("--jsonl", action="store_true", help='reads lines {"id", "text"}, writes a line for each')
        parser.add_argument("--language", default="en")
        parser.add_argument("--encoding", help="otherwise UTF-8, or what a byte order mark says")

    def handle(self, *args: Any, **options: Any) -> None:
        language, encoding = options["language"], options["encoding"]
        if options["jsonl"]:
            for name in options["files"]:
                for record in records(name):
                    found = breakdown(record["text"], language=language)
                    self.stdout.write(json.dumps({"id": record["id"], **as_json(found)}))
            return
        texts = [(name, text_of(name, encoding)) for name in options["files"]]
        broken = [(name, text, breakdown(text, language=language)) for name, text in texts]
        if options["json"]:
            listed = [{"id": name, "text": text, **as_json(found)} for name, text, found in broken]
            self.stdout.write(json.dumps(listed if len(listed) > 1 else listed[0], ensure_ascii=False, indent=1))
        else:
            self.stdout.writelines(line for name, text, found in broken for line in table(name, text, found))


def bytes_of(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror or error}.") from error


def text_of(name: str, encoding: str | None) -> str:
    """The canonical text of a story in a file, its headline first."""
    try:
        document = plain.read(bytes_of(name), encoding=encoding)
    except Unreadable as error:
        raise CommandError(f"{name}: {sentence(error)}") from error
    return compose([("headline", "heading", document.headline), *document.pieces]).text


def records(name: str) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines; each has an id and a text, which is taken as it is."""
    for number, line in enumerate(bytes_of(name).splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise CommandError(f"{name}, line {number}: this is not JSON: {error}.") from error
        if not (isinstance(record, dict) and "id" in record and isinstance(record.get("text"), str)):
            raise CommandError(f"{name}, line {number}: an object with “id” and “text” is wanted.")
        yield record


def as_json(found: Breakdown) -> dict[str, Any]:
    return {
        "quotes": [quote_json(quote) for quote in found.quotes],
        "claims": [claim_json(claim) for claim in found.claims],
        "sentences": found.sentences,
    }


def quote_json(quote: Quote) -> dict[str, Any]:
    fields = ("start", "end", "speaker", "speaker_mention", "cue", "marked", "confidence", "doubtful")
    return {"type": quote.kind, **{field: getattr(quote, field) for field in fields}}


def claim_json(claim: Claim) -> dict[str, Any]:
    return {field: getattr(claim, field) for field in ("start", "end", "kinds", "flags", "opinion")}


def table(name: str, text: str, found: Breakdown) -> Iterator[str]:
    """Lines for people: a count, then every quote with its speaker and every claim with its kinds."""
    counts = f"{len(found.sentences)} sentences, {len(found.quotes)} quotes, {len(found.claims)} claims"
    yield f"{name}: {counts}\n"
    for quote in found.quotes:
        who = "perhaps no speech" if quote.doubtful else quote.speaker or quote.speaker_mention or "nobody named"
        yield f"  quote  {quote.start:>6}  {shown(text, quote)}  [{who}; {quote.confidence}: {quote.rule}]\n"
    for claim in found.claims:
        about = "; ".join(filter(None, (", ".join(claim.kinds), " ".join(claim.flags), claim.opinion)))
        yield f"  claim  {claim.start:>6}  {shown(text, claim)}  [{about}]\n"


def shown(text: str, thing: Quote | Claim, width: int = 72) -> str:
    """The words on one line, cut to a width."""
    words = " ".join(text[thing.start : thing.end].split())
    return words if len(words) <= width else words[: width - 1].rstrip() + "…"
