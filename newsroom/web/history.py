"""Who did what to a story, and when."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from newsroom.domain.recording import chain_of
from newsroom.models import Article, Event
from newsroom.web.filters import asked
from newsroom.web.forms.history import HistoryForm
from newsroom.web.http import person
from newsroom.web.telling import GROUPS, told

PAGE_SIZE = 50


@require_GET
def article(request: HttpRequest, article: int) -> HttpResponse:
    """The story's audit trail in sentences, the newest first; narrowed to a kind of deed, a person or a claim."""
    story = get_object_or_404(Article.objects.visible_to(person(request)), pk=article)
    chain = Event.objects.filter(chain=chain_of(story))
    actors = list(chain.exclude(actor="").order_by("actor").values_list("actor", flat=True).distinct())
    form = HistoryForm(request.GET, actors=actors)
    events = chain.select_related("account").order_by("-seq")
    if form.is_valid():
        sent = form.cleaned_data
        events = events.filter(verb__in=GROUPS[sent["what"]][1]) if sent["what"] else events
        events = events.filter(actor=sent["who"]) if sent["who"] else events
        events = events.filter(object=f"claim:{sent['claim']}") if sent["claim"] else events
    page = Paginator(events, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"article": story, "form": form, "page": page, "deeds": told(page), "filters": asked(request)}
    return render(request, "history/article.html", context, status=422 if form.errors else 200)
