"""Events in sentences that people read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.domain import shifting
from newsroom.models import Claim, Event, Source, Status, Verdict

# Verb -> what somebody did; words in parentheses come from the event's data.
SENTENCES: dict[str, Promise] = {
    "import": _("brought the story in, %(origin)s"),
    "add draft": _("added draft %(draft)s, %(origin)s"),
    "assign": _("set whose story it is and when it is due"),
    "restrict": _("set who may see the story"),
    "hand over": _("handed the story over"),
    "move": _("moved the story from %(from)s to %(to)s"),
    "add claim": _("made a claim"),
    "accept claim": _("accepted the claim"),
    "change bounds": _("changed the claim’s words"),
    "dismiss claim": _("dismissed the claim, no fact here"),
    "take dismissal back": _("took the dismissal back"),
    "dismiss words": _("dismissed “%(wording)s”, no fact here"),
    "take words back": _("took the dismissal of “%(wording)s” back"),
    "confirm speaker": _("confirmed the speaker %(speaker)s"),
    "correct speaker": _("named the speaker %(to)s instead of %(from)s"),
    "mark": _("marked the claim %(verdict)s"),
    "undo": _("took a mark back; theirs is now %(verdict)s"),
    "settle": _("settled the marks: %(verdict)s"),
    "comment": _("commented"),
    "ask query": _("asked the reporter"),
    "answer query": _("answered a query"),
    "resolve thread": _("resolved a thread"),
    "reopen thread": _("reopened a thread"),
    "attach evidence": _("attached evidence"),
    "change evidence": _("changed a piece of evidence"),
    "withdraw evidence": _("withdrew a piece of evidence"),
    "answer evidence": _("answered evidence that contradicts"),
    "edit source": _("changed the source “%(source)s”: %(changes)s"),
    "propose correction": _("proposed “%(new)s” for “%(old)s”"),
    "accept correction": _("accepted a correction"),
    "decline correction": _("declined a correction"),
    "check off correction": _("saw a correction in draft %(draft)s"),
    "sign": _("signed draft %(draft)s as %(capacity)s"),
    "dissent": _("dissented from draft %(draft)s"),
    "register erratum": _("registered a %(kind)s after publication"),
}
GROUPS: dict[str, tuple[Promise, tuple[str, ...]]] = {
    "marks": (_("Marks"), ("mark", "undo", "settle")),
    "talk": (_("Talk and queries"), ("comment", "ask query", "answer query", "resolve thread", "reopen thread")),
    "evidence": (
        _("Evidence"),
        ("attach evidence", "change evidence", "withdraw evidence", "answer evidence", "edit source"),
    ),
    "words": (
        _("Claims and speakers"),
        (
            *("add claim", "accept claim", "change bounds", "dismiss claim", "take dismissal back", "dismiss words"),
            *("take words back", "confirm speaker", "correct speaker"),
        ),
    ),
    "drafts": (
        _("Drafts and corrections"),
        (
            *("import", "add draft", "propose correction", "accept correction", "decline correction"),
            *("check off correction", "register erratum"),
        ),
    ),
    "story": (_("Status and signatures"), ("assign", "restrict", "hand over", "move", "sign", "dissent")),
}
SAID = ("text", "reason", "override", "note", "comment")
NAMED: dict[str, str | Promise] = {**dict(Verdict.choices), **dict(Status.choices)}


@dataclass(frozen=True, slots=True)
class Deed:
    """An event as a line of the history: `said` are the person's own words, `about` the claim it was done to."""

    seq: int
    at: datetime
    actor: str
    role: str
    sentence: str
    said: str
    about: Claim | None
    hash: str


def told(events: Iterable[Event]) -> list[Deed]:
    """The events as lines, with the claims that they are about; three queries for any number of them."""
    events = list(events)
    about = {event.pk: named_in(event, "claim") for event in events}
    claims = Claim.objects.in_bulk([pk for pk in about.values() if pk])
    sources = Source.objects.in_bulk({pk for event in events if (pk := named_in(event, "source"))})
    return [deed(event, claims.get(about[event.pk]), sources) for event in events]


def named_in(event: Event, kind: str) -> int:
    """The id of the claim or source an event is about, 0 for none."""
    sort, _colon, pk = event.object.partition(":")
    return int(pk) if sort == kind and pk.isdigit() else 0


def deed(event: Event, claim: Claim | None, sources: Mapping[int, Source]) -> Deed:
    source = sources.get(named_in(event, "source"))
    data = {"source": source.called, "changes": shifting.in_words(event.data)} if source else event.data
    words = str(SENTENCES.get(event.verb, event.verb)) % filled(data)
    return Deed(
        seq=event.seq,
        at=datetime.fromisoformat(event.at),
        actor=str(event.account or event.actor) or gettext("The desk"),
        role=event.role,
        sentence=words,
        said=next((str(event.data[name]) for name in SAID if event.data.get(name)), ""),
        about=claim,
        hash=event.hash,
    )


def filled(data: Mapping[str, Any]) -> Mapping[str, str]:
    """An event's data as words: statuses and verdicts by their names, and "—" for what is not there."""
    words = {
        name: str(NAMED.get(value, value)) if isinstance(value, str) else str(value) for name, value in data.items()
    }
    return defaultdict(lambda: "—", {name: value or "—" for name, value in words.items()})
