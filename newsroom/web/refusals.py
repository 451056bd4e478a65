"""What a person sees when a verb refuses: one middleware, so that no view needs a try/except."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Denied
from newsroom.domain.workflow import Barred
from newsroom.models import Verdict
from newsroom.web.gate import groups
from newsroom.web.http import wants_fragment

TYPED = ("comment", "reason", "speaker", "override", "text", "answer", "passage")
# What else people write, except about a person: that no page repeats.
ALSO = (
    *("new", "wording", "title", "source", "address", "publisher", "origin"),
    *("locator", "note", "inputs", "formula", "result", "byline", "desk"),
)


class RefusalMiddleware:
    """Turns `Conflict` into 409, other `ValidationError`s into 422 and `Denied` into 403: a page, or for htmx a
    fragment that is swapped into the page's one refusal slot, so that what was typed stays where it is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Conflict):
            return refuse(request, 409, exception.messages, exception)
        if isinstance(exception, Barred):
            return refuse(request, 422, [exception.sentence], barred=exception)
        if isinstance(exception, ValidationError):
            return refuse(request, 422, exception.messages)
        if isinstance(exception, Denied):
            return refuse(request, 403, [exception.reason])
        return None


def refuse(
    request: HttpRequest,
    status: int,
    sentences: list[str],
    conflict: Conflict | None = None,
    barred: Barred | None = None,
) -> HttpResponse:
    """The refusal as a page or, for htmx, as the content of `#refusal`; `barred` says what stands in the way."""
    htmx = wants_fragment(request)
    field, text = typed(request)
    context = {
        "status": status,
        "sentences": sentences,
        "conflict": conflict,
        "mark": dict(Verdict.choices).get(request.POST.get("verdict", "")),
        "field": field,
        "typed": text,
        "written": written(request),
        "barred": barred,
        "groups": groups(barred.article.pk, barred.problems) if barred else [],
        "again": again(request, conflict) if conflict and conflict.fresh else [],
    }
    response = render(request, "refused.html#refusal" if htmx else "refused.html", context, status=status)
    if htmx:
        response["HX-Retarget"] = "#refusal"
        response["HX-Reswap"] = "innerHTML"
    return response


def typed(request: HttpRequest) -> tuple[str, str]:
    """The field that the person typed in, and the text, to be changed and sent again."""
    field = next((name for name in TYPED if name in request.POST), "")
    return field, request.POST.get(field, "")


def written(request: HttpRequest) -> str:
    """All that was typed, to be copied where it can't be sent again: a blank line between fields."""
    return "\n\n".join(filter(None, (request.POST.get(name, "").strip() for name in (*TYPED, *ALSO))))


def again(request: HttpRequest, conflict: Conflict) -> list[tuple[str, object]]:
    """The fields of the post, with the page's old numbers replaced by those that hold now."""
    left_out = {"csrfmiddlewaretoken", *TYPED, *conflict.fresh}
    sent = [(name, value) for name, values in request.POST.lists() if name not in left_out for value in values]
    return [*sent, *((name, value) for name, fresh in conflict.fresh.items() for value in several(fresh))]


def several(value: object) -> list[object]:
    """A field's values: most have one."""
    return value if isinstance(value, list) else [value]


def denied(request: HttpRequest, exception: PermissionDenied) -> HttpResponse:
    """Django's 403 page in our clothes."""
    return refuse(request, 403, [str(exception) or _("Your account may not open this page.")])
