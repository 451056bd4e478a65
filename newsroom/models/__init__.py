"""Things: one module for each family of rows, singular nouns."""

from newsroom.models.anchor import Anchor, AnchorState
from newsroom.models.article import Access, Article, Member, Status
from newsroom.models.capture import Capture
from newsroom.models.claim import FLAGS, Claim, ClaimKind, Dismissal, Kind
from newsroom.models.draft import Draft, Passage
from newsroom.models.event import Event, Trail
from newsroom.models.quote import Confidence, Quote, QuoteKind
from newsroom.models.review import Review, Suspension
from newsroom.models.standing import Standing, Verdict
from newsroom.models.thread import Comment, Thread, ThreadKind
from newsroom.models.user import Role, RoleGroup, User

__all__ = [
    "FLAGS",
    "Access",
    "Anchor",
    "AnchorState",
    "Article",
    "Capture",
    "Claim",
    "ClaimKind",
    "Comment",
    "Confidence",
    "Dismissal",
    "Draft",
    "Event",
    "Kind",
    "Member",
    "Passage",
    "Quote",
    "QuoteKind",
    "Review",
    "Role",
    "RoleGroup",
    "Standing",
    "Status",
    "Suspension",
    "Thread",
    "ThreadKind",
    "Trail",
    "User",
    "Verdict",
]
