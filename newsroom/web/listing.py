"""Which stories the list shows, in which order, and how far each has come."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import OrderBy
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.domain.importing import folded
from newsroom.domain.workflow import IN_WORK
from newsroom.models import Article, Claim, Dissent, Member, SignOff, Standing, Thread, User
from newsroom.web.forms.stories import FilterForm

TO_DO = (Standing.OPEN, Standing.DISPUTED, Standing.SPLIT, Standing.SUSPENDED)


class Row(NamedTuple):
    """One story of the list, with the number of its claims of each standing."""

    story: Article
    counts: dict[str, int]

    @property
    def facts(self) -> list[str]:
        """What the line under the headline says: by whom, for which desk, how long."""
        names = self.story.byline or ", ".join(str(author) for author in self.story.authors.all())
        words, claims = self.story.words, self.total
        return [
            names or _("no byline yet"),
            *([self.story.desk] if self.story.desk else []),
            ngettext("%(n)s word", "%(n)s words", words) % {"n": words},
            ngettext("%(n)s claim", "%(n)s claims", claims) % {"n": claims},
        ]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def to_do(self) -> list[tuple[int, str]]:
        """What still asks for work, the open claims first."""
        return [(self.counts[standing], str(standing.label)) for standing in TO_DO if self.counts[standing]]


def desks(user: User) -> list[str]:
    """The desks of the stories that this person may see."""
    named = Article.objects.visible_to(user).exclude(desk="")
    return list(named.order_by("desk").values_list("desk", flat=True).distinct())


def narrowed(stories: QuerySet[Article], form: FilterForm, user: User) -> QuerySet[Article]:
    """The stories that every filter lets through, in the order asked for; a filter in error lets all through."""
    asked = form.cleaned_data
    for word in folded(asked.get("q") or "").split():
        stories = stories.filter(matching(word))
    for name in ("status", "desk"):
        if asked.get(name):
            stories = stories.filter(**{name: asked[name]})
    if asked.get("mine"):
        stories = stories.filter(mine(user))
    return stories.order_by(*(by_deadline() if asked.get("sort") == "deadline" else ("-created_at", "-id")))


def remarked(stories: QuerySet[Article]) -> QuerySet[Article]:
    """With what nobody should overlook: whether the draft was `signed_over` open things, and is `dissented` from."""
    over = SignOff.objects.filter(article=OuterRef("pk"), draft=OuterRef("draft"), count__gt=0)
    dissent = Dissent.objects.filter(article=OuterRef("pk"))
    return stories.annotate(signed_over=Exists(over), dissented=Exists(dissent))


def matching(word: str) -> Q:
    """A word of the headline, the byline or the desk, or of an author's name."""
    named = User.objects.filter(
        Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(username__icontains=word)
    )
    written = Article.authors.through.objects.filter(user__in=named)
    return Q(folded__contains=word) | Q(pk__in=written.values("article"))


def mine(user: User) -> Q:
    """Stories that the person wrote, is a member of, marked a claim of, or commented on."""
    return (
        Q(pk__in=Article.authors.through.objects.filter(user=user).values("article"))
        | Q(pk__in=Member.objects.filter(user=user).values("article"))
        | Q(pk__in=Claim.objects.filter(reviews__reviewer=user).values("article"))
        | Q(pk__in=Thread.objects.filter(comments__account=user).values("article"))
    )


def by_deadline() -> tuple[OrderBy | Case | str, ...]:
    """What is due next comes first; what is not in work any more, or never due, last."""
    done = Case(When(status__in=IN_WORK, then=Value(0)), default=Value(1))
    return (done, F("deadline").asc(nulls_last=True), "-created_at", "-id")


def tallied(stories: Iterable[Article]) -> list[Row]:
    """The stories with their claims counted, all in one query; dismissed claims are left out."""
    stories = list(stories)
    claims = Claim.objects.live().filter(article__in=[story.pk for story in stories])
    grouped = claims.order_by().values_list("article", "standing").annotate(n=Count("pk"))
    counts: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(Standing.values, 0))
    for article, standing, n in grouped:
        counts[article][standing] = n
    return [Row(story, counts[story.pk]) for story in stories]
