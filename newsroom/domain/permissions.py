"""Who may do what: one table, role by verb. Everything else is refused."""

from enum import StrEnum

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.models import Article, Role, Status, User


class Verb(StrEnum):
    """What a person can ask for, in the words of the table in the README."""

    SEE = "see a story"
    COMMENT = "comment"
    START_THREAD = "start a thread"
    RESOLVE_OWN = "resolve one's own thread"
    IMPORT = "import"
    ADD_DRAFT = "add a draft"
    ANSWER = "answer queries"
    DECIDE = "accept or decline a correction"
    ACCEPT = "accept a claim"
    EDIT = "add a claim or change its bounds"
    DISMISS = "dismiss a claim"
    CORRECT_SPEAKER = "correct a speaker"
    MARK = "mark"
    ATTACH = "attach evidence"
    ASK = "ask a query"
    PROPOSE = "propose a correction"
    SIGN_CHECKER = "sign as checker"
    SIGN_EDITOR = "sign as editor"
    SIGN_LEGAL = "sign as legal"
    SETTLE = "settle"
    RESOLVE_ANY = "resolve any thread"
    ASSIGN = "assign"
    MOVE = "move status"
    RESTRICT = "restrict"
    MEMBERS = "choose members"
    OVERRIDE = "override with a reason"
    DISSENT = "record dissent"
    SEAL = "put a source’s identity into the vault"
    KNOW = "go on record as knowing an unnamed source"
    REGISTER = "register a correction after publication"


REPORTER, CHECKER, EDITOR, LEGAL = Role.REPORTER, Role.CHECKER, Role.EDITOR, Role.LEGAL

TABLE: dict[Verb, tuple[Role, ...]] = {
    **dict.fromkeys((Verb.SEE, Verb.COMMENT, Verb.START_THREAD, Verb.RESOLVE_OWN), tuple(Role)),
    **dict.fromkeys((Verb.IMPORT, Verb.ADD_DRAFT, Verb.ANSWER, Verb.DECIDE), (REPORTER, EDITOR)),
    **dict.fromkeys(
        (
            Verb.ACCEPT,
            Verb.EDIT,
            Verb.DISMISS,
            Verb.CORRECT_SPEAKER,
            Verb.MARK,
            Verb.ATTACH,
            Verb.ASK,
            Verb.PROPOSE,
            Verb.DISSENT,
        ),
        (CHECKER, EDITOR, LEGAL),
    ),
    Verb.SEAL: (REPORTER, CHECKER, EDITOR),
    Verb.SIGN_CHECKER: (CHECKER, EDITOR),
    Verb.SIGN_EDITOR: (EDITOR,),
    Verb.SIGN_LEGAL: (LEGAL,),
    **dict.fromkeys(
        (
            Verb.SETTLE,
            Verb.RESOLVE_ANY,
            Verb.ASSIGN,
            Verb.MOVE,
            Verb.RESTRICT,
            Verb.MEMBERS,
            Verb.OVERRIDE,
            Verb.KNOW,
            Verb.REGISTER,
        ),
        (EDITOR,),
    ),
}
# A reporter may do these on stories of their own alone (an import makes the reporter an author).
OWN_ONLY = {REPORTER: frozenset({Verb.ADD_DRAFT, Verb.ANSWER, Verb.DECIDE, Verb.SEAL})}
# Nobody may do these on a story that they wrote: "no fact here" passes words just as a mark does, and so does settling
# a dispute. Accepting, editing and naming a speaker pass nothing, so they stay.
NEVER_OWN = frozenset({Verb.MARK, Verb.DISMISS, Verb.SETTLE, Verb.SIGN_CHECKER, Verb.SIGN_EDITOR, Verb.SIGN_LEGAL})
# What decides about the words of a story: none of it happens in a killed one, which the verbs say themselves.
DECIDES = frozenset(
    {
        *(Verb.ACCEPT, Verb.EDIT, Verb.DISMISS, Verb.CORRECT_SPEAKER, Verb.MARK, Verb.ATTACH, Verb.SETTLE),
        *(Verb.ASK, Verb.PROPOSE, Verb.DECIDE),
    }
)


class Denied(PermissionDenied):
    """This person may not do this. Django answers 403 with the reason."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = str(reason)


class Unseen(Http404):
    """For this person there is no such thing. Django answers 404."""


def role_for(user: User, verb: Verb, article: Article | None = None) -> Role | None:
    """The first role of this person that allows the verb (on this story), or None."""
    if not user.is_active or checks_own(user, verb, article):
        return None
    for role in TABLE[verb]:
        if role in user.roles and (verb not in OWN_ONLY.get(role, ()) or (article and article.is_author(user))):
            return role
    return None


def checks_own(user: User, verb: Verb, article: Article | None) -> bool:
    """Whether the verb would be somebody's check of their own work."""
    return verb in NEVER_OWN and article is not None and article.was_written_by(user)


def may(user: User, verb: Verb, article: Article | None = None) -> bool:
    """For showing or hiding a button; the verb itself asks again."""
    if article is not None and article.status == Status.KILLED and verb in DECIDES:
        return False
    return role_for(user, verb, article) is not None


def require(user: User, verb: Verb, article: Article | None = None) -> Role:
    """The role under which the person acts; raises `Denied` with a sentence that says why not.

    Nobody acts on a restricted story that `visible_to` hides from them, whatever the role.
    """
    role = role_for(user, verb, article)
    if role is not None:
        if article is not None:
            must_see(user, article)
        return role
    if not user.is_active:
        raise Denied(_("Your account is switched off."))
    if checks_own(user, verb, article):
        raise Denied(_("You wrote this story: somebody else has to mark, dismiss and sign."))
    if any(role in user.roles for role in TABLE[verb]):
        raise Denied(_("You may do this on stories of your own only."))
    raise Denied(
        _("Your account may not do this. It takes the role %(roles)s.")
        % {"roles": " / ".join(str(role.label) for role in TABLE[verb])}
    )


def must_see(user: User, article: Article) -> None:
    """Raises `Unseen` on a story that `visible_to` hides from the person."""
    if not article.shows_itself_to(user):
        raise Unseen(_("There is no such story."))
