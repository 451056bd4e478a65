"""Prove that every file of a source is still what was kept."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from newsroom.domain.filing import check_files
from newsroom.models import Attachment


class Command(BaseCommand):
    help = "Recompute the SHA-256 of every file of every source; name those that changed, are missing or can't be read."

    def handle(self, *args: Any, **options: Any) -> None:
        total = Attachment.objects.count()
        faults = [
            fault
            for fault in tqdm(check_files(), total=total, desc="files", unit="", disable=None, leave=False)
            if fault
        ]
        for fault in faults:
            self.stderr.write(fault)
        if faults:
            raise CommandError(f"{len(faults)} of {total} files are not what was kept.")
        self.stdout.write(f"{total} files verify.")
