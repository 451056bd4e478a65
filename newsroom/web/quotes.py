"""Quotations."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from newsroom.domain import quoting
from newsroom.models import Article, Quote
from newsroom.web.filters import asked
from newsroom.web.forms.review import SpeakerForm
from newsroom.web.http import person
from newsroom.web.review import shown_again, whole_number

CONFIRMED = _("Noted that the speaker is right. No mark is suspended.")
CORRECTED = _("The speaker is corrected. Marks on the claims in this quotation are suspended.")


@require_POST
def speaker(request: HttpRequest, quote: int) -> HttpResponse:
    """Another speaker, or nobody, for a quotation; the same one says that the guess is right."""
    user = person(request)
    target = get_object_or_404(Quote, pk=quote, article__in=Article.objects.visible_to(user))
    form = SpeakerForm(request.POST)
    if not form.is_valid():
        claim = whole_number(request.POST, "claim")
        context = {"quote": target, "form": form, "claim": claim, "filters": asked(request)}
        return render(request, "quotes/speaker.html", context, status=422)
    said = quoting.correct_speaker(target, by=user, **form.cleaned_data)
    messages.success(request, CONFIRMED if said.speaker == target.speaker else CORRECTED)
    return shown_again(request, target.article_id, whole_number(request.POST, "claim"))
