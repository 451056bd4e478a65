"""Signing a story off, and putting on record that one disagrees."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext as _

from newsroom.domain import gate
from newsroom.domain.gate import Gate, Problem
from newsroom.domain.locking import Conflict, lock, must_be_open
from newsroom.domain.permissions import Verb, may, require
from newsroom.domain.recording import record
from newsroom.domain.talking import LONGEST, must_fit
from newsroom.domain.voiding import Signature, signatures, standing, void
from newsroom.domain.workflow import IN_WORK, Barred, turn
from newsroom.models import Article, Dissent, Draft, Role, SignOff, Status, User
from newsroom.models.gathered import Gathered, time_of
from newsroom.models.user import NAMES, named

__all__ = [
    "Signature",
    "dissent",
    "dissents",
    "leaning",
    "leans_on",
    "left_before",
    "open_to",
    "sign",
    "signatures",
    "signed_otherwise",
    "void",
    "with_dissents",
]

VERBS = {Role.CHECKER: Verb.SIGN_CHECKER, Role.EDITOR: Verb.SIGN_EDITOR, Role.LEGAL: Verb.SIGN_LEGAL}


@transaction.atomic
def sign(article: Article, *, by: User, capacity: str, key: uuid.UUID, draft: int, override: str = "") -> SignOff:
    """Sign the words of the current draft as checker, editor or lawyer, in the order that the policy says.

    `draft` is the id of the one that the page showed, or `Conflict`; `key` is made by the page, so the same post again
    returns the same row. The gate is looked at under the story's lock and kept with the signature. Over open problems
    (an earlier signature that is missing is one) only an editor signs, and gives a reason: `override`. Who signs after
    that leans on that reason. `Barred` with what stands in the way, `ValidationError` for a capacity that nobody asks
    for, a second signature in the same one (or in any other, where the policy wants each of another person), a killed
    story or one that is still a package; `Denied` on a story of one's own. The last signature that is asked for makes
    the story *signed*.
    """
    article = lock(article.pk)
    role = require(by, verb_of(capacity), article)
    capacity = Role(capacity)
    sent = SignOff.objects.filter(pk=key).first()
    if sent:
        must_be_same(sent, (article.pk, draft, capacity, by.pk), override=override.strip())
        return sent
    must_be_signable(article)
    must_be_shown(article, draft)
    found = gate.look(article)
    must_be_asked(found, capacity, article, by=by)
    row = write(article, found, capacity, by=by, role=role, key=key, override=override.strip())
    if article.status in IN_WORK and not still_missing(found, row):
        turn(article, Status.SIGNED, by=by, role=role)
    return row


def write(
    article: Article, found: Gate, capacity: Role, *, by: User, role: str, key: uuid.UUID, override: str
) -> SignOff:
    """Add the row with what the gate said and where the trail stood, and record it."""
    left, draft = before(found, capacity), article.current
    reason, leant_on = reason_for(article, found, left, by=by, override=override)
    row = SignOff(
        id=key,
        article=article,
        draft=draft,
        sha256=draft.sha256,
        capacity=capacity,
        by=by,
        roles=sorted(by.roles),
        policy=found.policy,
        problems=[problem.as_json() for problem in left],
        count=len(left),
        override=reason,
        leans=[str(each.pk) for each in leant_on],
        scope=passages(found) if capacity == Role.LEGAL else [],
        head=article.head,
    )
    row.save(force_insert=True)
    data = {"capacity": capacity.value, "draft": draft.number, "sha256": row.sha256, "policy": found.policy.version}
    data |= {"problems": row.problems, "override": row.override, "leans": row.leans}
    data |= {"passages": row.scope, "roles": row.roles}
    record(article, by=by, role=role, verb="sign", about=row, data=data)
    return row


def still_missing(found: Gate, row: SignOff) -> list[Problem]:
    """What nobody has signed over, now that this signature is given."""
    answered = {Problem(**problem).key for problem in row.problems}
    own = f"signature:{row.capacity}"
    return [problem for problem in found.unanswered if problem.key not in answered and problem.about != own]


def verb_of(capacity: str) -> Verb:
    """What signing so is called in the table of rights; `ValidationError` for what nobody signs as."""
    if capacity not in VERBS:
        raise ValidationError({"capacity": _("Sign as checker, editor or legal.")})
    return VERBS[Role(capacity)]


def must_be_same(sent: SignOff, now: tuple[object, ...], *, override: str) -> None:
    """Raises `ValidationError` when a key comes again with another signature, or with another reason for it."""
    reason = sent.override and override and sent.override != override
    if reason or (sent.article_id, sent.draft_id, sent.capacity, sent.by_id) != now:
        raise ValidationError(_("This page was used already. Reload it and sign again."))


def must_be_signable(article: Article) -> None:
    must_be_open(article)
    if article.status == Status.PACKAGE:
        raise ValidationError(_("This story is still a package. It is signed once it has been checked."))


def must_be_shown(article: Article, draft: int) -> None:
    """Raises `Conflict` when the page showed another draft than the current one."""
    if article.draft_id == draft:
        return
    shown = Draft.objects.filter(pk=draft, article=article).first()
    raise Conflict(
        _("Another draft came in after your page was loaded. Look at it before you say anything about it."),
        was=str(shown) if shown else "",
        now=str(article.current),
        fresh={},  # nobody signs a draft that they have not looked at, so there is no saving it all the same
    )


def must_be_asked(found: Gate, capacity: Role, article: Article, *, by: User) -> None:
    """Raises `ValidationError` when this signature is not wanted, or the person has given it."""
    if capacity not in found.asked:
        raise ValidationError(_("The policy asks for no signature as %(as)s here.") % {"as": capacity.label})
    if has_signed(found, capacity, article, by):
        raise ValidationError(_("You have signed this draft as %(as)s.") % {"as": capacity.label})
    other = signed_otherwise(found, capacity, by)
    if other:
        said = _("You have signed as %(other)s. The policy asks for somebody else’s signature as %(as)s.")
        raise ValidationError(said % {"other": other.label, "as": capacity.label}, code="apart")


def has_signed(found: Gate, capacity: Role, article: Article, user: User) -> bool:
    """Whether the person's signature in this capacity is on the draft; one of which a part is missing is to be given
    again.
    """
    given = any(
        (row.draft_id, row.capacity, row.by_id) == (article.draft_id, capacity, user.pk)
        for row, _void in found.signatures
    )
    return given and not any(problem.about == f"signature:{capacity.value}" for problem in found.problems)


def signed_otherwise(found: Gate, capacity: Role, user: User) -> Role | None:
    """In what else the person's signature stands, where the policy wants each of another person."""
    own = (Role(row.capacity) for row in standing(found.signatures) if row.by_id == user.pk)
    return next((role for role in own if role != capacity), None) if found.policy.apart else None


def before(found: Gate, capacity: Role) -> list[Problem]:
    """What is left to do before somebody signs so: all but this signature and those that come after it."""
    later = {f"signature:{role.value}" for role in found.asked[found.asked.index(capacity) :]}
    return [problem for problem in found.problems if problem.about not in later]


def left_over(found: Gate, left: list[Problem]) -> list[Problem]:
    """What of it nobody has signed this draft over."""
    return [problem for problem in left if problem.key not in found.overridden]


def left_before(found: Gate, capacity: Role) -> list[Problem]:
    """What keeps somebody from signing so who is no editor; for showing or hiding a button, `sign` looks again."""
    return left_over(found, before(found, capacity))


def open_to(found: Gate, article: Article, user: User) -> list[Role]:
    """The capacities that are asked for and that this person may sign in and has not; `sign` asks again."""
    if article.status in (Status.KILLED, Status.PACKAGE):
        return []
    may_sign = (role for role in found.asked if may(user, VERBS[role], article))
    open_ones = (role for role in may_sign if not signed_otherwise(found, role, user))
    return [role for role in open_ones if not has_signed(found, role, article, user)]


def reason_for(
    article: Article, found: Gate, left: list[Problem], *, by: User, override: str
) -> tuple[str, list[SignOff]]:
    """The reason for signing over what is left: one's own as an editor; else those of who signed over all of it, and
    their signatures.
    """
    if not left:
        return "", []
    if override:
        require(by, Verb.OVERRIDE, article)
        must_fit(override, "override")
        return override, []
    if left_over(found, left):
        raise Barred(article, _("It can't be signed yet, unless an editor signs over this with a reason:"), left, found)
    rows = overrides(found, left)
    said = (_("After %(who)s: %(reason)s") % {"who": row.by, "reason": row.override} for row in rows)
    return " ".join(sorted(said))[:LONGEST], rows


def overrides(found: Gate, problems: list[Problem]) -> list[SignOff]:
    """The signatures that these problems were signed over with, oldest first."""
    rows = {found.overridden[problem.key] for problem in problems if problem.key in found.overridden}
    return sorted(rows, key=lambda row: row.at)


def leaning(found: Gate, capacity: Role) -> list[SignOff]:
    """The overrides that a signature given so without a reason would lean on."""
    return overrides(found, before(found, capacity))


def leans_on(row: SignOff, given: Iterable[Signature]) -> list[SignOff]:
    """The signatures of the same story that one leans on: it has their reasons and none of its own."""
    return [each for each, _void in given if str(each.pk) in row.leans]


def passages(found: Gate) -> list[dict[str, object]]:
    """What a lawyer signs for: the flagged claims, with their words."""
    return [{"claim": claim.pk, "wording": claim.wording} for claim in found.flagged]


def with_dissents(stories: QuerySet[Article]) -> QuerySet[Article]:
    """The stories with the dissents on each, so that `dissents` costs no query of its own."""
    said = Dissent.objects.filter(article=OuterRef("pk")).order_by("at", "id")
    fields = ("text", "at", "draft__number", *(f"by__{name}" for name in NAMES))
    return stories.annotate(dissented=Gathered(said, *fields))


def dissents(article: Article) -> Iterable[Dissent]:
    """The dissents on a story, oldest first, with who said so and the number of the draft; one query, or none where it
    was read `with_dissents`.
    """
    known: list[list[Any]] | None = getattr(article, "dissented", None)
    if known is None:
        rows = article.dissents.select_related("by", "draft").defer("draft__text", "draft__blocks")
        return rows.order_by("at", "id")
    return [
        Dissent(text=text, at=time_of(at), draft=Draft(number=number), by=named(names))
        for text, at, number, *names in known
    ]


@transaction.atomic
def dissent(article: Article, *, by: User, text: str, key: uuid.UUID, draft: int) -> Dissent:
    """Put on record, for good, that one disagrees with passing this draft.

    `draft` is the id of the one that the page showed, or `Conflict`; the same `key` again returns the same row.
    `ValidationError` without a text or with one over 20,000 characters.
    """
    article = lock(article.pk)
    role = require(by, Verb.DISSENT, article)
    text = text.strip()
    sent = Dissent.objects.filter(pk=key).first()
    if sent:
        if (sent.article_id, sent.by_id, sent.text) != (article.pk, by.pk, text):
            raise ValidationError(_("This page was used already. Reload it and send your dissent again."))
        return sent
    must_be_shown(article, draft)
    if not text:
        raise ValidationError({"text": _("Say what you disagree with.")})
    must_fit(text, "text")
    row = Dissent(id=key, article=article, draft=article.current, text=text, by=by, role=role)
    row.save(force_insert=True)
    record(article, by=by, role=role, verb="dissent", about=row, data={"draft": row.draft.number, "text": text})
    return row
