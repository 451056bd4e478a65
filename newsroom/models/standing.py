"""The words for verdicts and for what they add up to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verdict(models.TextChoices):
    """What one editor says of one claim; *withdrawn* takes the mark back."""

    SOURCED = "sourced", _("sourced")
    DISPUTED = "disputed", _("disputed")
    OPINION = "opinion", _("opinion")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Standing(models.TextChoices):
    """What all counting marks on a claim add up to; `domain/standing.py` has the one function."""

    OPEN = "open", _("open")
    SOURCED = "sourced", _("sourced")
    DISPUTED = "disputed", _("disputed")
    OPINION = "opinion", _("opinion")
    SPLIT = "split", _("split")
    SUSPENDED = "suspended", _("suspended")
