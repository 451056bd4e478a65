"""Quotations."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from newsroom.domain import quoting
from newsroom.models import Article, Quote
from newsroom.web.forms.review import SpeakerForm
from newsroom.web.http import person
from newsroom.web.review import shown_again, whole_number


@require_POST
def speaker(request: HttpRequest, quote: int) -> HttpResponse:
    """Another speaker, or nobody, for a quotation."""
    user = person(request)
    target = get_object_or_404(Quote, pk=quote, article__in=Article.objects.visible_to(user))
    form = SpeakerForm(request.POST)
    if not form.is_valid():
        return render(request, "quotes/speaker.html", {"quote": target, "form": form}, status=422)
    quoting.correct_speaker(target, by=user, **form.cleaned_data)
    messages.success(request, _("The speaker is corrected. Marks on the claims in this quotation are suspended."))
    return shown_again(request, target.article_id, whole_number(request.POST, "claim"))
