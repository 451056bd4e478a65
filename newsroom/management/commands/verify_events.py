"""Prove that nobody touched the audit trail."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from newsroom.domain.verifying import broken_chains, chain_ends


class Command(BaseCommand):
    help = "Recompute the hash chain of every story and of the desk; name the first broken row of each broken one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--ends", action="store_true", help="print each chain's length and newest hash, to be kept")

    def handle(self, *args: Any, **options: Any) -> None:
        total, breaks = 0, []
        for sentence in tqdm(broken_chains(), desc="chains", unit="", disable=None, leave=False):
            total += 1
            breaks += [sentence] if sentence else []
        for sentence in breaks:
            self.stderr.write(sentence)
        if breaks:
            raise CommandError(f"{len(breaks)} of {total} chains are broken.")
        if options["ends"]:
            self.stdout.writelines(f"{chain} {length} {newest}\n" for chain, length, newest in chain_ends())
        self.stdout.write(f"{total} chains verify.")
