"""The house's policy in sentences, for everybody: the version in force, and the older ones."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET

from newsroom.models import Kind, Policy, Role, Rule

ALWAYS = (
    gettext_lazy("Copies of one origin, such as an agency’s story, count once."),
    gettext_lazy("Tertiary sources, context and output of AI tools never count."),
    gettext_lazy("A calculation counts through the source of its figures alone."),
    gettext_lazy("Evidence that contradicts a claim makes it short until somebody has answered it."),
    gettext_lazy("A claim rests on an unnamed source only where it would be short without it."),
    gettext_lazy(
        "Marking a claim sourced is always possible: where it is short, the claim says so and the gate stays shut."
    ),
)
YES_OR_NO = {
    "record": gettext_lazy("a recording, transcript or notes of the words, with a place in it"),
    "locator": gettext_lazy(
        "a place in each source that counts: page, paragraph, timecode or cell. For an interview, a letter or an "
        "expert the date will do, for a web page or coverage the address"
    ),
    "kept": gettext_lazy("a file or snapshot of each source that counts"),
    "second": gettext_lazy("a second independent source, or a document"),
    "known": gettext_lazy("an editor on record as knowing who the source is"),
}


@require_GET
def read(request: HttpRequest, version: int | None = None) -> HttpResponse:
    """The policy in force, or an older version."""
    versions = list(Policy.objects.select_related("by"))
    policy = get_object_or_404(Policy.objects.select_related("by"), version=version) if version else versions[0]
    context = {"policy": policy, "versions": versions, "newest": versions[0], "always": ALWAYS, **in_words(policy)}
    return render(request, "policy/read.html", context)


def in_words(policy: Policy) -> dict[str, Any]:
    """The rules of a version as sentences, and who signs in which order; one query."""
    rules = policy.rules.order_by("number")
    return {
        "rules": [{"name": rule.name, "about": about(rule), "asked": list(asked(rule))} for rule in rules],
        "signs": [Role(role).label for role in policy.signatures],
    }


def about(rule: Rule) -> str:
    """Which claims a rule is for."""
    conditions = [
        *([_("of the kind %s") % listed(Kind(kind).label for kind in rule.kinds)] if rule.kinds else []),
        *([_("flagged %s") % listed(rule.flags)] if rule.flags else []),
        *([_("resting on an unnamed source")] if rule.anonymous else []),
    ]
    return _("A claim %s needs") % ", ".join(conditions) if conditions else _("Every claim needs")


def asked(rule: Rule) -> Iterator[str]:
    """What a rule asks, a line each."""
    ways = []
    if rule.primary:
        ways.append(ngettext("%s primary source", "%s primary sources", rule.primary) % rule.primary)
    if rule.secondary:
        word = ngettext("%s independent secondary source", "%s independent secondary sources", rule.secondary)
        ways.append(word % rule.secondary)
    if ways:
        yield listed(ways)
    for name, words in YES_OR_NO.items():
        if getattr(rule, name):
            yield str(words)
    if rule.reviews:
        yield ngettext("a mark by %s person", "marks by %s different people", rule.reviews) % rule.reviews


def listed(words: Iterable[Any]) -> str:
    """ "a, b or c"."""
    *first, last = [str(word) for word in words]
    return _("%(first)s or %(last)s") % {"first": ", ".join(first), "last": last} if first else last
