"""The gate of a story: what is left to do before it can be signed off, each thing with the place where it is done."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from newsroom.domain import gate, shifting, signing, workflow
from newsroom.domain.gate import Gate, Problem
from newsroom.domain.permissions import Verb, may, require
from newsroom.domain.shifting import Shift
from newsroom.models import Article, SignOff, Status, Thread
from newsroom.web.forms.stories import SeenForm
from newsroom.web.http import SeeOther, person
from newsroom.web.review import stories

LABELS = {
    "open": _("Open claims"),
    "suspended": _("Suspended claims"),
    "split": _("Split claims"),
    "disputed": _("Disputed claims"),
    "correction": _("Accepted corrections that no draft has"),
    "short": _("Sourced, but short of the policy"),
    "speaker": _("Quotations without a speaker"),
    "query": _("Open queries"),
    "unplaced": _("Claims without a place"),
    "uncovered": _("Not looked at yet"),
    "reviews": _("More marks needed"),
    "signature": _("Signatures"),
    "no-query": _("Queries"),
    "no-erratum": _("Corrections"),
    "warning": _("Warnings"),
}


class Line(NamedTuple):
    """A problem with the address where it is solved, and the signature that was given over it, if one was."""

    problem: Problem
    href: str
    over: SignOff | None = None


class Group(NamedTuple):
    """The problems of one sort, under the name of the sort."""

    code: str
    label: str
    lines: list[Line]


@require_GET
def article(request: HttpRequest, article: int) -> HttpResponse:
    """The page."""
    user = person(request)
    story = get_object_or_404(stories(user), pk=article)
    found = gate.look(story)
    context = {
        **looked(story, found),
        "warnings": groups(story.pk, found.warnings),
        "may_sign": may(user, Verb.DISSENT, story),
        "may_publish": is_ready(story, found) and may(user, Verb.MOVE, story),
    }
    return render(request, "gate/article.html", context)


@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, article: int) -> HttpResponse:
    """Asked once more what it is published over, an editor says that a signed story is published."""
    user = person(request)
    story = get_object_or_404(stories(user), pk=article)
    require(user, Verb.MOVE, story)
    form = SeenForm(request.POST if request.method == "POST" else None, initial={"seen": story.version})
    if form.is_valid():
        workflow.move(story, by=user, to=Status.PUBLISHED, **form.cleaned_data)
        messages.success(request, _("Published."))
        return SeeOther(reverse("gate-article", args=[story.pk]))
    found = gate.look(story)
    context = {**looked(story, found), "form": form, "ready": is_ready(story, found)}
    return render(request, "gate/publish.html", context, status=422 if form.is_bound else 200)


def is_ready(story: Article, found: Gate) -> bool:
    """Whether the story can be published; the verb looks again."""
    return story.status == Status.SIGNED and not found.unanswered


def looked(story: Article, found: Gate) -> dict[str, Any]:
    """What one look at a story found, and who has signed."""
    problems = groups(story.pk, found.problems, found)
    return {"article": story, "found": found, "groups": problems, **given(story, found.signatures)}


class Given(NamedTuple):
    """A signature, why it is void, the overrides that it leans on, and the sources that changed since."""

    row: SignOff
    void: str
    leans: list[SignOff]
    since: list[Shift]


def given(story: Article, signatures: list[signing.Signature]) -> dict[str, Any]:
    """What `signing/signatures.html` shows of a story, on any page that has it; one query for the dissents, or none."""
    since = shifting.since(signatures)
    shown = [
        Given(*signature, leans=signing.leans_on(signature.row, signatures), since=since.get(signature.row.pk, []))
        for signature in signatures
    ]
    return {"signatures": shown, "dissents": signing.dissents(story)}


def groups(article: int, problems: Iterable[Problem], found: Gate | None = None) -> list[Group]:
    """The problems of a story sort by sort, in their order; no query with what was `found`, else one for threads."""
    problems, over = list(problems), found.overridden if found else {}
    talked = {str(thread.pk): thread.claim_id for thread in found.queries} if found else claims_of_threads(problems)
    lines = [Line(problem, address(article, problem.about, talked), over.get(problem.key)) for problem in problems]
    sorts = groupby(lines, key=lambda line: line.problem.code)
    return [Group(code, str(LABELS[code]), list(each)) for code, each in sorts]


def claims_of_threads(problems: Iterable[Problem]) -> dict[str, int | None]:
    """Thread id -> the claim that it is about."""
    ids = [problem.about.partition(":")[2] for problem in problems if problem.about.startswith("thread:")]
    rows = Thread.objects.filter(pk__in=ids).values_list("pk", "claim") if ids else ()
    return {str(pk): claim for pk, claim in rows}


def address(article: int, about: str, talked: dict[str, int | None]) -> str:
    """Where a problem is solved."""
    kind, _colon, name = about.partition(":")
    page = reverse("review-article", args=[article])
    if kind == "thread":
        kind, name = "claim", str(talked.get(name) or "")
    if kind == "claim":
        return f"{page}?claim={name}" if name else page
    if kind == "correction":
        return reverse("corrections-article", args=[article]) + f"?show=accepted#correction-{name}"
    if kind == "token":
        return reverse("coverage-article", args=[article]) + f"?at={name.partition('-')[0]}"
    return reverse("signing-article", args=[article]) if kind == "signature" else page
