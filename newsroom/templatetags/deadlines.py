"""When a story is due, in the words of somebody who has a clock on the wall."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from newsroom.domain.workflow import IN_WORK
from newsroom.models import Article

register = template.Library()


@register.simple_tag
def due(article: Article) -> SafeString | str:
    """ "due today 18:00" as a `<time>`, or "overdue since …" with the class `late`.

    "" without a deadline, and once a story is signed or killed: then the clock no longer presses.
    """
    if article.deadline is None or article.status not in IN_WORK:
        return ""
    return due_at(article.deadline)


@register.simple_tag
def due_at(moment: datetime) -> SafeString:
    """ "due today 18:00" as a `<time>`, or "overdue since …" with the class `late`."""
    deadline, now = timezone.localtime(moment), timezone.localtime()
    late = deadline < now
    words = gettext("overdue since %(when)s") if late else gettext("due %(when)s")
    return format_html(
        '<time class="{}" datetime="{}">{}</time>',
        "due late" if late else "due",
        deadline.isoformat(timespec="minutes"),
        words % {"when": when(deadline, now)},
    )


def when(moment: datetime, now: datetime) -> str:
    """A moment as it is said at the time `now`: "today 18:00", "Friday 09:00", "3 March 12:00"."""
    days = (moment.date() - now.date()).days
    near = {-1: gettext("yesterday"), 0: gettext("today"), 1: gettext("tomorrow")}
    if days in near:
        day = near[days]
    elif 1 < days < 7:
        day = date_format(moment, "l")
    else:
        day = date_format(moment, "j F" if moment.year == now.year else "j F Y")
    return f"{day} {date_format(moment, 'H:i')}"
