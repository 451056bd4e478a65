"""Prove that nobody touched the audit trail."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from newsroom.domain.recording import broken_chains


class Command(BaseCommand):
    help = "Recompute the hash chain of every story and of the desk; name the first broken row of each broken one."

    def handle(self, *args: Any, **options: Any) -> None:
        total, breaks = 0, []
        for sentence in tqdm(broken_chains(), desc="chains", unit="", disable=None, leave=False):
            total += 1
            breaks += [sentence] if sentence else []
        for sentence in breaks:
            self.stderr.write(sentence)
        if breaks:
            raise CommandError(f"{len(breaks)} of {total} chains are broken.")
        self.stdout.write(f"{total} chains verify.")
