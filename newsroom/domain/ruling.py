"""What the house asks before a claim counts as sourced and a story is signed. Administrators alone change it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.domain.locking import Conflict, lock_desk
from newsroom.domain.permissions import Denied
from newsroom.domain.recording import record_on_desk
from newsroom.domain.staffing import administers
from newsroom.domain.writing import must_be_text
from newsroom.models import CAPACITIES, FLAGS, Kind, Policy, Rule, User

MOST = 20  # sources or people that a rule may ask for
LISTS = {"kinds": tuple(Kind.values), "flags": FLAGS}
NUMBERS = ("primary", "secondary", "reviews")
CONDITIONS = ("kinds", "flags", "anonymous")
ASKED = ("primary", "secondary", "record", "locator", "kept", "second", "known", "reviews")
FIELDS = ("name", *CONDITIONS, *ASKED)


@transaction.atomic
def revise(
    policy: Policy,
    *,
    by: User | None,
    rules: Sequence[Mapping[str, Any]],
    signatures: Sequence[str],
    legal: bool,
    apart: bool = True,
    note: str = "",
) -> Policy:
    """Make the next version of the policy, with these rules in this order; `policy` is the one that was read.

    Nothing of an older version is touched: signatures given under it stay under it. `rules` have the fields of `Rule`
    (see FIELDS), those left out as in an empty one. Raises `Denied` for anybody but administrators (`by` is None at the
    command line), `Conflict` when somebody made a newer version meanwhile, `ValidationError` for rules that make no
    sense. Nothing differs: no version, no event.
    """
    lock_desk()
    must_administer(by)
    must_be_newest(policy)
    must_sign(signatures)
    asked = [checked(rule) for rule in rules]
    if not asked:
        raise ValidationError(_("A policy needs at least one rule."), code="no-rules")
    must_be_text(note=note)
    signed = {"signatures": list(signatures), "legal": legal, "apart": apart}
    if asked == rules_in(policy) and all(getattr(policy, name) == value for name, value in signed.items()):
        return policy
    made = Policy.objects.create(version=policy.version + 1, note=note.strip(), by=by, **signed)
    Rule.objects.bulk_create(Rule(policy=made, number=n, **rule) for n, rule in enumerate(asked, start=1))
    data = {"version": made.version, "rules": asked, **signed, "note": made.note}
    record_on_desk(by=by, verb="revise policy", about=made, data=data)
    return made


def rules_in(policy: Policy) -> list[dict[str, Any]]:
    """The rules of a version as `revise` takes them."""
    return [{name: getattr(rule, name) for name in FIELDS} for rule in policy.rules.order_by("number")]


def checked(rule: Mapping[str, Any]) -> dict[str, Any]:
    """A rule with all its fields; raises `ValidationError` (by field) for one that makes no sense."""
    whole = {name: rule.get(name, default) for name, default in empty().items()}
    whole["name"] = str(whole["name"]).strip()
    must_be_text(name=whole["name"])
    if not 0 < len(whole["name"]) <= 100:
        raise ValidationError({"name": _("A rule needs a name of at most 100 characters.")})
    for name, known in LISTS.items():
        whole[name] = [slug for slug in known if slug in whole[name]]
        if unknown := set(rule.get(name, ())) - set(known):
            raise ValidationError({name: _("There is no “%s”.") % "”, “".join(sorted(map(str, unknown)))})
    for name in NUMBERS:
        if not 0 <= whole[name] <= MOST:
            raise ValidationError({name: _("Between 0 and %s.") % MOST})
    if not any(whole[name] for name in ASKED):
        raise ValidationError(_("The rule “%s” asks nothing.") % whole["name"], code="asks-nothing")
    return whole


def empty() -> dict[str, Any]:
    """The fields of a rule that has no conditions and asks nothing."""
    rule = Rule()
    return {name: getattr(rule, name) for name in FIELDS}


def must_administer(by: User | None) -> None:
    if not administers(by):
        raise Denied(_("Only an administrator may change the policy."))


def must_be_newest(policy: Policy) -> None:
    newest = Policy.objects.latest()
    if newest.version != policy.version:
        raise Conflict(
            _("Somebody made version %s of the policy meanwhile. Look at it before you change it.") % newest.version,
            was=str(policy),
            now=str(newest),
            fresh={},
        )


def must_sign(signatures: Sequence[str]) -> None:
    """Raises `ValidationError` unless at least one of those who can sign does, each once."""
    if not signatures:
        raise ValidationError({"signatures": _("Somebody has to sign.")})
    if unknown := set(signatures) - set(CAPACITIES):
        raise ValidationError({"signatures": _("Nobody signs as “%s”.") % "”, “".join(sorted(map(str, unknown)))})
    if len(set(signatures)) < len(signatures):
        raise ValidationError({"signatures": _("Nobody signs twice as the same.")})
