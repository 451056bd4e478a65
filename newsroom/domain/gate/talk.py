"""What the reporter was asked and nobody has closed."""

from collections.abc import Iterable, Iterator

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from newsroom.domain.gate.problem import Problem, cited
from newsroom.models import Article, Comment, Thread, ThreadKind


def queries(threads: Iterable[Thread]) -> Iterator[Problem]:
    for thread in threads:
        due = date_format(timezone.localtime(thread.due), "j M Y, H:i") if thread.due else ""
        said = {"words": cited(thread.asked or ""), "due": due}  # type: ignore[attr-defined]
        yield Problem("query", _("A query is open, due %(due)s: “%(words)s”.") % said, f"thread:{thread.pk}")


def open_queries(article: Article) -> QuerySet[Thread]:
    """The queries that nobody has resolved, the most urgent first; `asked` is what each says."""
    words = Comment.objects.filter(thread=OuterRef("pk")).order_by("at", "id").values("text")[:1]
    rows = Thread.objects.filter(article=article, kind=ThreadKind.QUERY, resolved_at=None)
    return rows.annotate(asked=Subquery(words)).order_by("due", "id")
