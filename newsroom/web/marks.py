"""The marks on a claim as its card shows them, drawn here because a template takes five times as long over each."""

from datetime import datetime
from html import escape
from typing import NamedTuple

from django.utils import timezone
from django.utils.dateformat import DateFormat
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator, normalize_newlines
from django.utils.translation import gettext

from newsroom.models import Review, Standing, Verdict

SHORT, LONG = "j M, H:i", "j F Y, H:i"


class Said(NamedTuple):
    """Somebody's mark in two pieces of HTML; what can be done about it is the template's."""

    review: Review
    suspended: bool
    said: SafeString
    when: SafeString


def drawn(review: Review) -> Said:
    """A mark that counts, or did until it was suspended or settled: who, what and why, and when."""
    gone, verdict = getattr(review, "suspension", None), str(Verdict(review.verdict).label)
    look = Standing.SUSPENDED if gone else review.verdict
    comment = f"<br>{in_lines(review.comment)}" if review.comment else ""
    fate = gettext("suspended") if gone else gettext("settled") if hasattr(review, "settled") else ""
    state = f" · <i>{escape(fate)}</i>" if fate else ""
    why = f'<br><span class="short">{escape(gone.why)}</span>' if gone else ""
    said = (
        f'<span class="badge {look}" aria-hidden="true">{escape(verdict[:1].upper())}</span>'
        f"<p><b>{escape(str(review.reviewer))}</b> {escape(verdict)}{state}{comment}{why}</p>"
    )
    return Said(review, gone is not None, mark_safe(said), moment(review.at))  # noqa: S308 - escaped above


def in_lines(text: str) -> str:
    """What somebody wrote, as HTML with its lines kept."""
    return escape(normalize_newlines(text)).replace("\n", "<br>")


def moment(at: datetime) -> SafeString:
    """A time on the clock of the desk, with the year for those who ask."""
    local = timezone.localtime(at)
    clock = DateFormat(local)
    return mark_safe(  # noqa: S308 - dates of ours
        f'<time datetime="{local.isoformat()}" title="{clock.format(LONG)}">{clock.format(SHORT)}</time>'
    )


def earlier(review: Review) -> SafeString:
    """A mark that a newer one of the same person replaced, in one line with the words it was given for."""
    label = str(Verdict(review.verdict).label)
    verdict = f"{label}: {review.comment}" if review.comment else label
    words = Truncator(review.wording).chars(90)
    return mark_safe(  # noqa: S308 - everything that people wrote is escaped
        f'<div class="mk"><span aria-hidden="true">·</span><p><b>{escape(str(review.reviewer))}</b> '
        f'{escape(verdict)}<br><span class="meta">“{escape(words)}”</span></p>'
        f"<small>{DateFormat(timezone.localtime(review.at)).format(SHORT)}</small></div>"
    )
