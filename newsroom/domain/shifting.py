"""Facts of a source that change under the claims which rest on it: every story is told, and its signatures show it.

What a source is called can turn out to be somebody's name, and events are for ever: of what was written they repeat
the origin alone, and that only of a source that is named in the story before and after.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Concat
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from newsroom.domain.locking import Conflict
from newsroom.domain.recording import named, record_each
from newsroom.models import Article, Claim, Event, Evidence, SignOff, Source, SourceKind, User
from newsroom.models.gathered import Gathered, plainly
from newsroom.models.user import NAMES
from newsroom.models.user import named as named_by

VERB = "edit source"
# What the policy weighs, and what cards and paper show.
TOLD = ("title", "kind", "address", "publisher", "dated", "origin", "person", "anonymous", "code")
CHOSEN = ("kind", "dated", "anonymous", "code")  # nothing in which a name could stand

Values = Mapping[str, object]


class Shift(NamedTuple):
    """A source that somebody changed: the source as it is now, and what of it, in words."""

    source: Source
    who: str
    at: datetime
    said: str


def values_of(source: Source) -> Values:
    """The facts that stories are told of."""
    return {name: getattr(source, name) for name in TOLD}


def lock_stories(source: Source) -> list[Article]:
    """The stories with live evidence from a source, locked in the order of their ids: before the source itself, as
    who attaches evidence locks them too.
    """
    resting = Evidence.objects.live().filter(source=source).values("claim__article")
    return list(Article.objects.select_for_update().filter(pk__in=resting).order_by("pk"))


def tell(source: Source, was: Values, stories: Sequence[Article], *, by: User, role: str) -> None:
    """One event in each story with live evidence from a source of which something `was` otherwise before; a constant
    number of queries. `stories` are those that were locked before the source was.

    `Conflict` when evidence from it was attached in another story meanwhile.
    """
    changes = changes_of(was, values_of(source))
    if not changes:
        return
    claims = resting_on(source)
    must_be_all(source, stories, claims)
    told = [story for story in stories if story.pk in claims]
    about = {"source": source.pk, "version": source.version, "changes": changes}
    record_each(told, by=by, role=role, verb=VERB, about=source, data=[{**about, "claims": claims[s.pk]} for s in told])
    version = Article.objects.filter(pk=OuterRef("article")).values("version")[:1]
    changed = [claim for story in told for claim in claims[story.pk]]
    Claim.objects.filter(pk__in=changed).update(version=Subquery(version))


def changes_of(was: Values, now: Values) -> dict[str, list[object]]:
    """Field -> what it was and what it is, as events keep it; nothing in the list where that is not to be repeated."""
    unnamed = any(facts["anonymous"] or facts["code"] for facts in (was, now))
    kept = CHOSEN if unnamed else (*CHOSEN, "origin")
    changed = [name for name in TOLD if was[name] != now[name]]
    return {name: [plain(was[name]), plain(now[name])] if name in kept else [] for name in changed}


def plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def resting_on(source: Source) -> dict[int, list[int]]:
    """Story id -> its claims with live evidence from a source."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    rows = Evidence.objects.live().filter(source=source).order_by("claim").distinct()
    for story, claim in rows.values_list("claim__article", "claim"):
        found[story].append(claim)
    return dict(found)


def origins(source: Source) -> list[str]:
    """The origins of a source that events repeat, for ever."""
    stories = Evidence.objects.filter(source=source).values_list("claim__article", flat=True).distinct()
    told = Event.objects.filter(chain__in=[f"article:{pk}" for pk in stories], verb=VERB, object=named(source))
    return [str(value) for data in told.values_list("data", flat=True) for value in data["changes"].get("origin", ())]


def must_be_all(source: Source, stories: Iterable[Article], claims: Mapping[int, list[int]]) -> None:
    """Raises `Conflict` when a story came to use the source between the locks."""
    if not claims.keys() <= {story.pk for story in stories}:
        raise Conflict(
            _("Somebody attached evidence from this source just now. Save it again."),
            was="",
            now=source.title,
            fresh={"version": source.version - 1},
        )


def with_shifts(signoffs: QuerySet[SignOff]) -> QuerySet[SignOff]:
    """Signatures that know which sources changed after them, for `since`: what follows them in their story's chain."""
    chain = Concat(Value("article:"), Cast(OuterRef("article"), CharField()))
    signed = Event.objects.filter(chain=OuterRef("chain"), prev=OuterRef(OuterRef("head"))).values("seq")
    number = Cast(KeyTextTransform("source", OuterRef("data")), BigIntegerField())
    now = Gathered(Source.objects.filter(pk=number), "id", "title", "code")
    later = Event.objects.filter(chain=chain, verb=VERB, seq__gt=Subquery(signed)).annotate(now=now).order_by("seq")
    names = ("actor", *(f"account__{name}" for name in NAMES))
    return signoffs.annotate(shifts=Gathered(later, "now", "at", "data", *names))


def since(signatures: Iterable[tuple[SignOff, str]]) -> dict[uuid.UUID, list[Shift]]:
    """Signature -> the changes of sources after it, oldest first, for those that stand, read `with_shifts`."""
    stand = [row for row, void in signatures if not void]
    return {row.pk: [shifted(*shift) for shift in row.shifts] for row in stand if row.shifts}  # type: ignore[attr-defined]


def shifted(now: Any, at: str, data: Any, actor: str, *account: Any) -> Shift:
    ((pk, title, code),) = plainly(now)
    who = str(named_by(account)) if account[0] else actor
    return Shift(Source(pk=pk, title=title, code=code), who, datetime.fromisoformat(at), in_words(plainly(data)))


def in_words(data: Mapping[str, Any]) -> str:
    """What of a source was changed, from what to what, e.g. "kind: document → web page; title"."""
    said, changes = [], data["changes"]
    for name in (name for name in TOLD if name in changes):  # the database keeps them in no order
        values = changes[name]
        label = str(Source._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
        said.append(f"{label}: {' → '.join(shown(name, value) for value in values)}" if values else label)
    return "; ".join(said)


def shown(name: str, value: Any) -> str:
    """A fact as people read it."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name == "kind":
        return str(SourceKind(value).label)
    if name == "dated" and value:
        return date_format(parse_date(value) or date.min, "j M Y")
    return str(value or "—")
