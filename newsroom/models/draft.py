"""The words of a story, one immutable version at a time."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.models.article import Article
from newsroom.text.canonical import Block

# Of a passage, in code points: short enough to look at for each anchor, long enough for a text to be soon laid out.
# The rules in the database count in it, so another number needs a migration that lays out every draft anew.
LENGTH = 10_000


class Draft(models.Model):
    """One version of a story's text. Never changed, never deleted: anchors and signatures point into it."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="drafts")
    number = models.PositiveIntegerField(_("number"))
    text = models.TextField(_("text"), help_text=_("Canonical text, headline and deck first."))
    blocks = models.JSONField(_("blocks"), help_text=_("Part, type, start and end of each block, in code points."))
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    origin = models.CharField(_("origin"), max_length=300, help_text=_("Pasted, or the file it came from."))
    losses = models.JSONField(_("losses"), default=list, blank=True, help_text=_("What could not be brought in."))
    created_at = models.DateTimeField(_("brought in"), auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["article_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="draft_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="draft_number_from_one"),
            models.CheckConstraint(condition=~Q(text=""), name="draft_has_text"),
        ]

    if TYPE_CHECKING:
        id: int
        article_id: int

    def __str__(self) -> str:
        return _("draft %(number)s of %(article)s") % {"number": self.number, "article": self.article_id}

    def spans(self) -> list[Block]:
        """The blocks as objects, in text order."""
        return [Block(**block) for block in self.blocks]

    def part_at(self, at: int) -> str:
        """The part of the story (headline, body, caption 2 …) that the code point `at` belongs to, "" for none."""
        return next((block["part"] for block in self.blocks if block["start"] <= at < block["end"]), "")


def known(pk: int) -> Draft:
    """The draft with this id. It never changes, so each process remembers what the last ones that it met say.

    Not for one that the same transaction made, which may yet come to nothing and leave its id to another.
    """
    return Draft.from_db(DEFAULT_DB_ALIAS, columns(), values(pk))


def columns() -> list[str]:
    return [field.attname for field in Draft._meta.concrete_fields]


@lru_cache(maxsize=16)
def values(pk: int) -> tuple[Any, ...]:
    """What a draft says, in the order of `columns`."""
    found: tuple[Any, ...] = Draft.objects.values_list(*columns()).get(pk=pk)
    return found


class Passage(models.Model):
    """A stretch of a draft's text, `text[number * LENGTH:][:LENGTH]`, for the rule that anchors say their words.

    The database writes these with the draft, and nothing else reads them. Only ever added.
    """

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="passages")
    number = models.PositiveIntegerField(_("number"))
    text = models.TextField(_("text"))

    class Meta:
        ordering = ["draft_id", "number"]
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="passage_number_once")]

    def __str__(self) -> str:
        return self.text[:80]
