"""The audit trail."""

import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

FIRST_PREV = "0" * 64
DESK = "desk"


class Event(models.Model):
    """What somebody did, written in the same transaction as the deed and chained by hashes. Only ever added.

    A chain is "article:12" or "desk"; `seq` counts from 1 in it. `actor` is the user name at the time.
    """

    chain = models.CharField(_("chain"), max_length=40)
    seq = models.PositiveIntegerField(_("seq"))
    at = models.CharField(_("at"), max_length=27, help_text=_("ISO 8601, UTC, microseconds, Z."))
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    actor = models.CharField(_("actor"), max_length=150, blank=True)
    role = models.CharField(_("role"), max_length=20, blank=True)
    verb = models.CharField(_("verb"), max_length=40)
    object = models.CharField(_("object"), max_length=80)
    data = models.JSONField(_("data"), default=dict)
    prev = models.CharField(_("previous hash"), max_length=64)
    hash = models.CharField(_("hash"), max_length=64)

    class Meta:
        ordering = ["chain", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["chain", "seq"], name="event_seq_once"),
            models.UniqueConstraint(fields=["chain", "prev"], name="event_prev_once"),
        ]

    if TYPE_CHECKING:
        id: int

    def __str__(self) -> str:
        return f"{self.chain} {self.seq}: {self.verb} {self.object}"

    def computed_hash(self) -> str:
        """SHA-256 (hex) over `prev` and the row as canonical JSON: sorted keys, no spaces, UTF-8, no floats."""
        row: dict[str, Any] = {
            "seq": self.seq,
            "at": self.at,
            "actor": self.actor,
            "role": self.role,
            "verb": self.verb,
            "object": self.object,
            "data": self.data,
            "prev": self.prev,
        }
        canonical = json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256((self.prev + canonical).encode()).hexdigest()


class Trail(models.Model):
    """How far the desk's own chain goes: its one row is the chain's lock, and moves on with each of its events.

    A story's row knows the same of its own chain. `stories` is how many ever came in, so that one that was taken
    out together with its chain is missed.
    """

    chain = models.CharField(_("chain"), max_length=40, unique=True)
    version = models.PositiveIntegerField(_("events"), default=0)
    head = models.CharField(_("newest hash"), max_length=64, default=FIRST_PREV)
    stories = models.PositiveIntegerField(_("stories"), default=0)

    def __str__(self) -> str:
        return self.chain
