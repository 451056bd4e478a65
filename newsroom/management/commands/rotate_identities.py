"""Seal every identity in the vault under the newest key."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from newsroom.domain.ciphering import vault
from newsroom.domain.sealing import rotate


class Command(BaseCommand):
    help = "Seal every identity anew under the first of VAULT_KEYS; then the other keys can be taken out."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            vault()
        except ValidationError as refusal:
            raise CommandError(refusal.messages[0]) from refusal
        said = list(tqdm(rotate(), desc="identities", unit="", disable=None, leave=False))
        faults = [sentence for sentence in said if sentence]
        for sentence in faults:
            self.stderr.write(sentence)
        if faults:
            raise CommandError(f"{len(faults)} of {len(said)} identities stay as they were: keep the old keys.")
        self.stdout.write(f"{len(said)} identities are sealed with the newest key; the others can be taken out.")
