"""Corrections after publication: the register of a story."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from newsroom.domain import registering
from newsroom.domain.permissions import Verb, may, require
from newsroom.domain.recalling import recall
from newsroom.web.beside import said_beside
from newsroom.web.forms.errata import ErratumForm
from newsroom.web.http import SeeOther, person
from newsroom.web.review import stories

PAGE_SIZE = 20


@require_http_methods(["GET", "POST"])
def article(request: HttpRequest, article: int) -> HttpResponse:
    """What was put right, with what was in force at the time; for an editor a form for one more."""
    user = person(request)
    story = get_object_or_404(stories(user), pk=article)
    if request.method == "POST":
        require(user, Verb.REGISTER, story)
    form = ErratumForm(request.POST or None, article=story, initial={"decided_by": user.pk})
    if form.is_valid():
        row = said_beside(form, lambda: registering.register(story, by=user, **form.cleaned_data))
        if row:
            messages.success(request, _("Registered."))
            return SeeOther(reverse("errata-article", args=[story.pk]))
    rows = story.errata.select_related("claim", "draft", "decided_by", "by").defer("draft__text", "draft__blocks")
    page = Paginator(rows.order_by("-published_at", "-at"), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"article": story, "form": form, "page": page, "errata": recall(list(page), user)}
    context["may_register"] = may(user, Verb.REGISTER, story) and story.status in registering.OUT
    return render(request, "errata/article.html", context, status=422 if form.errors else 200)
