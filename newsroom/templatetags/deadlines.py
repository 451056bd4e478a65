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
    """ "due today 18:00" as a `<time>`, with class `late` while a story in work is overdue; "" without a deadline."""
    if article.deadline is None:
        return ""
    deadline, now = timezone.localtime(article.deadline), timezone.localtime()
    late = deadline < now and article.status in IN_WORK
    return format_html(
        '<time class="{}" datetime="{}">{}</time>',
        "due late" if late else "due",
        deadline.isoformat(timespec="minutes"),
        sentence(deadline, now, late=late),
    )


def sentence(deadline: datetime, now: datetime, *, late: bool) -> str:
    """Whether it is still due, overdue, or was due for a story that is done."""
    if late:
        return gettext("overdue since %(when)s") % {"when": when(deadline, now)}
    if deadline < now:
        return gettext("was due %(when)s") % {"when": when(deadline, now)}
    return gettext("due %(when)s") % {"when": when(deadline, now)}


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
