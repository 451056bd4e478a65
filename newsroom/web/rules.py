"""The rules of a policy in sentences."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from newsroom.models import Kind, Policy, Role, Rule

YES_OR_NO = {
    "record": gettext_lazy("a recording, transcript or notes of the words, with a timecode or page"),
    "locator": gettext_lazy(
        "a place in each source that counts: page, paragraph, timecode or cell. For an interview, a letter or an "
        "expert the date will do, for a web page or coverage the address"
    ),
    "kept": gettext_lazy("a file or snapshot of each source that counts"),
    "second": gettext_lazy("a second independent source, or a document"),
    "known": gettext_lazy("an editor on record as knowing who the source is"),
}


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
