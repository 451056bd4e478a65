"""Things: one module for each family of rows, singular nouns."""

from newsroom.models.anchor import Anchor, AnchorState
from newsroom.models.article import Access, Article, Member, Status
from newsroom.models.capture import Capture
from newsroom.models.claim import FLAGS, Claim, ClaimKind, Dismissal, Kind, Slugs
from newsroom.models.correction import Applied, Correction, Decision
from newsroom.models.draft import Draft, Passage
from newsroom.models.erratum import Cause, Erratum, ErratumClass
from newsroom.models.event import Event, Trail
from newsroom.models.evidence import Answer, Evidence, Stance, Tier
from newsroom.models.identity import Identity, Knower, Reader
from newsroom.models.policy import Policy, Rule
from newsroom.models.quote import Confidence, Quote, QuoteKind
from newsroom.models.review import Review, Suspension
from newsroom.models.settlement import OUTCOMES, Settled, Settlement
from newsroom.models.signoff import CAPACITIES, Dissent, SignOff
from newsroom.models.source import Attachment, Snapshot, Source, SourceKind
from newsroom.models.standing import Standing, Verdict
from newsroom.models.thread import Comment, Thread, ThreadKind
from newsroom.models.user import Role, RoleGroup, User

__all__ = [
    "CAPACITIES",
    "FLAGS",
    "OUTCOMES",
    "Access",
    "Anchor",
    "AnchorState",
    "Answer",
    "Applied",
    "Article",
    "Attachment",
    "Capture",
    "Cause",
    "Claim",
    "ClaimKind",
    "Comment",
    "Confidence",
    "Correction",
    "Decision",
    "Dismissal",
    "Dissent",
    "Draft",
    "Erratum",
    "ErratumClass",
    "Event",
    "Evidence",
    "Identity",
    "Kind",
    "Knower",
    "Member",
    "Passage",
    "Policy",
    "Quote",
    "QuoteKind",
    "Reader",
    "Review",
    "Role",
    "RoleGroup",
    "Rule",
    "Settled",
    "Settlement",
    "SignOff",
    "Slugs",
    "Snapshot",
    "Source",
    "SourceKind",
    "Stance",
    "Standing",
    "Status",
    "Suspension",
    "Thread",
    "ThreadKind",
    "Tier",
    "Trail",
    "User",
    "Verdict",
]
