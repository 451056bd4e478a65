"""The desk's own addresses, and two bare views to hold them against: what Django alone needs for the same work.

They pass through the same middleware and are closed to strangers like every page.
"""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path
from django.views.decorators.http import require_GET, require_POST

from newsroom.models import Claim, Comment
from newsroom.web.http import person

LOOP = engines["django"].from_string(
    "<!doctype html><title>Claims</title><ul>"
    "{% for claim in claims %}<li>{{ claim.pk }} {{ claim.standing }}: {{ claim.wording }}</li>{% endfor %}</ul>"
)
FRAGMENT = engines["django"].from_string("<p>{{ comment.at }} {{ comment.account }}: {{ comment.text }}</p>")


@require_GET
def loop(request: HttpRequest, article: int) -> HttpResponse:
    """The claims of a story, printed in one loop."""
    claims = Claim.objects.filter(article=article).order_by("start")
    return HttpResponse(LOOP.render({"claims": claims}, request))


@require_POST
def insert(request: HttpRequest, thread: int) -> HttpResponse:
    """One row is added, and a fragment with it comes back."""
    comment = Comment.objects.create(thread_id=thread, account=person(request), text=request.POST["comment"])
    return HttpResponse(FRAGMENT.render({"comment": comment}, request))


urlpatterns = [
    path("bare/loop/<int:article>/", loop),
    path("bare/insert/<int:thread>/", insert),
    path("", include("newsroom.urls")),
]
