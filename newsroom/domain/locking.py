"""Two people at once: one lock for each story, and what is said to the one who was slower."""

from collections.abc import Iterable
from functools import cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from newsroom.domain.permissions import Unseen, Verb, must_see, require
from newsroom.domain.recording import chain_of
from newsroom.models import Article, Claim, Event, Quote, Source, Status, Trail, User
from newsroom.models.draft import known
from newsroom.models.event import DESK


class Conflict(ValidationError):
    """The page showed something older than what is stored. Answered 409, with both versions and what was typed.

    `was` and `now` are short texts; `fresh` holds the form fields that make the same post valid now.
    """

    def __init__(self, message: str, *, was: str, now: str, fresh: dict[str, object]) -> None:
        super().__init__(message, code="conflict")
        self.was, self.now, self.fresh = was, now, fresh


def lock(article_id: int) -> Article:
    """The story's row, locked until the transaction ends. Every verb on a story begins here."""
    return Article.objects.select_for_update().get(pk=article_id)


def lock_desk() -> Trail:
    """Held by verbs that must not run twice at once anywhere on the desk, such as the search for a same text."""
    return Trail.objects.select_for_update().get(chain=DESK)


def lock_claim(claim: Claim, *, by: User, verb: Verb) -> tuple[Article, Claim, str]:
    """The locked story, the claim as it is now with its draft, and the role under which the person may do this to it.

    Of `claim` only the id is looked at, and its row is read once the lock is held: a join would show it as it was
    before. Raises `Unseen` for one that is not there or in a story hidden from the person.
    """
    lock_story, read_claim = statements()
    there = Article.objects.raw(lock_story, [claim.pk]) if claim.pk < 2**63 else ()  # no statement takes more
    article = next(iter(there), None)
    if article is None:
        raise Unseen(_("There is no such claim."))
    must_see(by, article)
    role = require(by, verb, article)
    fresh = Claim.objects.raw(read_claim, [claim.pk])[0]
    fresh.article, fresh.draft = article, known(fresh.draft_id)
    if fresh.draft_id == article.draft_id:
        article.draft = fresh.draft
    return article, fresh, role


@cache
def statements() -> tuple[str, str]:
    """Those behind `lock_claim`, which the ORM writes once: writing them took five times as long as the answers."""
    story = Article.objects.with_policy().select_for_update(of=["self"]).filter(claims=0).order_by()
    claim = Claim.objects.filter(pk=0).order_by()
    return story.query.sql_with_params()[0], claim.query.sql_with_params()[0]


def see_source(source: Source, *, by: User, verb: Verb) -> str:
    """The role under which the person may do this to a source; raises `Unseen` for one that is hidden from them."""
    if not Source.objects.visible_to(by).filter(pk=source.pk).exists():
        raise Unseen(_("There is no such source."))
    return require(by, verb)


def lock_source(source: Source, *, by: User, verb: Verb) -> tuple[Source, str]:
    """The locked source as it is now, and the role under which the person may do this to it."""
    role = see_source(source, by=by, verb=verb)
    fresh = Source.objects.select_for_update().filter(pk=source.pk).first()
    if fresh is None:  # deleted while we waited for it
        raise Unseen(_("There is no such source."))
    return fresh, role


def must_be_current(claim: Claim, anchor: int, **fresh: object) -> None:
    """Raises `Conflict` when the page that posted showed another anchor than the claim has now."""
    if claim.anchor_id == anchor:
        return
    seen = claim.anchors.filter(pk=anchor).first()
    why = claim.anchor.why if claim.anchor else ""
    if seen and seen.draft_id != claim.draft_id:
        why = why or _("a new draft came in")
    raise Conflict(
        _("This claim was changed after your page was loaded: %(why)s.") % {"why": why or _("other words")},
        was=seen.wording if seen else "",
        now=claim.wording,
        fresh={"anchor": claim.anchor_id, **fresh},
    )


def must_have_seen(article: Article, seen: int | None, verb: str) -> None:
    """Raises `Conflict` when somebody did `verb` to the story after its version `seen`, which the page showed.

    None is for callers that show no page.
    """
    if seen is None:
        return
    newer = Event.objects.filter(chain=chain_of(article), seq__gt=seen, verb=verb).order_by("seq").last()
    if newer:
        raise Conflict(
            _("Somebody else saved this after your page was loaded. Look at it before you save yours over it."),
            was="",
            now=_("what %(who)s saved") % {"who": newer.actor},
            fresh={"seen": article.version},
        )


def must_be_open(article: Article) -> None:
    """Raises `ValidationError` on a killed story, in which nothing is decided until an editor moves it back.

    It can be read, and talked about: why it died, and whether it comes back, is said in comments.
    """
    if article.status == Status.KILLED:
        raise ValidationError(
            _("This story was killed, so nothing in it is checked. An editor can move it back to checking."),
            code="killed",
        )


def must_have_come_along(thing: Claim | Quote) -> None:
    """Raises `ValidationError` for a proposal that nobody had acted on when a newer draft came in: it stayed with the
    old one, where nobody looks any more.
    """
    if thing.draft_id != thing.article.draft_id:
        raise ValidationError(
            _("A newer draft came in, and this was still a proposal on the old one. Open the story and look there."),
            code="old-draft",
        )


def must_count(claim: Claim) -> None:
    """Raises `ValidationError` when the claim was dismissed or stayed with an old draft, or the story was killed."""
    must_be_open(claim.article)
    must_have_come_along(claim)
    if claim.dismissed:
        raise ValidationError(_("This claim was dismissed. Take that back first."), code="dismissed")


def must_be_live(claim: Claim) -> tuple[int, int]:
    """The claim's span; raises `ValidationError` when it was dismissed, its words are not in the draft, or the story
    was killed.
    """
    must_count(claim)
    if claim.start is None or claim.end is None:
        raise ValidationError(_("The words of this claim are not in the current draft."), code="unplaced")
    return claim.start, claim.end


def touch(article: Article, claims: Iterable[Claim], *fields: str) -> None:
    """Store changed claims under the version that the coming event gives the story."""
    for claim in claims:
        claim.version = article.version + 1
        claim.save(update_fields=[*fields, "version"])
