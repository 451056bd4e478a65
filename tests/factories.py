"""Rows for tests, made by the verbs that people use: what a test stands on could have happened on a desk.

Only accounts are made directly. Everything has a default, so a test names just what it is about.
"""

import itertools
import uuid
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from newsroom.domain import (
    asking,
    attaching,
    claiming,
    correcting,
    dismissing,
    filing,
    quoting,
    reviewing,
    signing,
    sourcing,
    talking,
)
from newsroom.domain.covering import coverage
from newsroom.domain.importing import Details, import_article
from newsroom.formats.document import Document, Piece
from newsroom.models import (
    Article,
    Attachment,
    Claim,
    Comment,
    Correction,
    Dissent,
    Evidence,
    Quote,
    Review,
    Role,
    SignOff,
    Source,
    Thread,
    User,
    Verdict,
)

PASSWORD = "seven herring boats at dawn"
SAMPLE_TEXT = """\
The harbour ferry between Ostrand and Little Quay will run again on 4 May, nine weeks after its engine failed.

“We have replaced both pumps and tested them for 40 hours,” said Marta Lindqvist, who heads the harbour board. \
The repair cost 212,000 crowns, she said, a third more than planned.

Passengers used the bus over Kell Bridge meanwhile. It is the ugliest bridge in the county.

Lindqvist told the Ostrand council on Tuesday that “no crossing will be cancelled before winter”.\
"""
PDF = b"%PDF-1.7\n% a letter of the harbour board\n%%EOF\n"
PEOPLE = ("Ada Brekke", "Jonas Vale", "Ines Okoro", "Tomas Reed", "Wiebke Haas", "Noor Salim", "Pia Lund")

count = itertools.count(1)


def user(*roles: str, username: str | None = None, staff: bool = False, **fields: Any) -> User:
    """An account with these roles (none is an account that may do nothing) and the password `PASSWORD`."""
    number = next(count)
    username = username or f"{roles[0] if roles else 'guest'}{number}"
    first, last = PEOPLE[number % len(PEOPLE)].split()
    person = User.objects.create_user(
        **{
            "username": username,
            "email": f"{username}@desk.example",
            "password": PASSWORD,
            "first_name": first,
            "last_name": f"{last} {number}",
            "is_staff": staff,
            **fields,
        }
    )
    person.groups.set(Group.objects.get(name=role) for role in roles)
    return person


def document(text: str = SAMPLE_TEXT, headline: str = "") -> Document:
    """A document whose paragraphs are parted by blank lines, as an import form would hand it on."""
    pieces = tuple(Piece("body", "paragraph", paragraph) for paragraph in text.split("\n\n"))
    return Document(headline=headline, date=None, pieces=pieces, losses=())


def article(
    by: User | None = None,
    text: str = SAMPLE_TEXT,
    headline: str = "",
    authors: tuple[User, ...] = (),
    **details: Any,
) -> Article:
    """A story, brought in by an editor unless `by` says who. `details` are those of the import form.

    Each has another headline, so the same text can come in many times.
    """
    headline = headline or f"Ferry back at the quay, day {next(count)}"
    details = {"authors": tuple(authors), **details}
    return import_article(
        document(text, headline), by=by or user(Role.EDITOR), details=Details(**details), origin="pasted"
    )


def claim(article: Article, n: int = 0) -> Claim:
    """The n-th live claim of a story in text order."""
    return Claim.objects.filter(article=article, dismissed=False).order_by("start", "end", "pk")[n]


def claim_on(article: Article, words: str, by: User | None = None, kinds: tuple[str, ...] = ()) -> Claim:
    """A claim that a person makes on exactly these words (their first place in the draft)."""
    assert article.draft is not None
    start = article.draft.text.index(words)
    return claiming.add(
        article.draft,
        by=by or user(Role.CHECKER),
        start=start,
        end=start + len(words),
        wording=words,
        kinds=kinds,
    )


def quote(article: Article, n: int = 0) -> Quote:
    """The n-th quote of a story in text order."""
    return Quote.objects.filter(article=article).order_by("start", "end", "pk")[n]


def mark(claim: Claim, by: User | None = None, verdict: str = Verdict.SOURCED, comment: str = "") -> Review:
    """Somebody's mark, posted from a page that shows the claim as it is now. A dispute gets a reason."""
    by = by or user(Role.CHECKER)
    if verdict == Verdict.DISPUTED and not comment:
        comment = "The harbour register says otherwise."
    claim = Claim.objects.get(pk=claim.pk)
    own = Review.objects.filter(claim=claim, reviewer=by).order_by("-number").first()
    assert claim.anchor_id is not None
    return reviewing.mark(
        claim,
        by=by,
        verdict=verdict,
        anchor=claim.anchor_id,
        number=own.number if own else 0,
        comment=comment,
    )


def comment(about: Claim | Article, by: User | None = None, text: str = "Who told us this?") -> Comment:
    """A message in the talk on a claim or a story."""
    return talking.comment(about, by=by or user(Role.CHECKER), text=text, key=uuid.uuid4())


def query(about: Claim | Article, by: User | None = None, text: str = "Who said so?", **fields: Any) -> Thread:
    """A question to the reporter, due in a day unless `due` says when."""
    due = fields.get("due") or timezone.now() + timedelta(days=1)
    return asking.ask(about, by=by or user(Role.CHECKER), text=text, due=due, key=uuid.uuid4())


def source(by: User | None = None, title: str = "", **facts: Any) -> Source:
    """A source that no story uses yet, made by a checker unless `by` says who."""
    title = title or f"Letter of the harbour board, no. {next(count)}"
    return sourcing.make(sourcing.Facts(title=title, **facts), by=by or user(Role.CHECKER))


def attachment(source: Source, by: User | None = None, data: bytes = PDF, name: str = "letter.pdf") -> Attachment:
    """A file of a source."""
    return filing.keep(source, by=by or user(Role.CHECKER), upload=SimpleUploadedFile(name, data))


def evidence(claim: Claim, by: User | None = None, source: Source | None = None, **fields: Any) -> Evidence:
    """One piece of evidence on a claim, from a source of its own unless `source` says which."""
    by = by or user(Role.CHECKER)
    if source is None and not fields.get("formula"):
        source = sourcing.make(sourcing.Facts(title=f"Harbour register, sheet {next(count)}"), by=by)
    return attaching.attach(claim, by=by, key=uuid.uuid4(), piece=attaching.Piece(source=source, **fields))


def correction(claim: Claim, by: User | None = None, new: str = "13 lamps", accepted: User | None = None) -> Correction:
    """Other words proposed for all of a claim, and accepted if it is said by whom."""
    claim = Claim.objects.get(pk=claim.pk)
    sent = {"old": claim.wording, "new": new, "reason": "The register says so.", "key": uuid.uuid4()}
    row = correcting.propose(claim, by=by or user(Role.CHECKER), anchor=claim.anchor_id or 0, **sent)
    if accepted:
        correcting.decide(row, by=accepted, accepted=True)
    return row


def cleared(article: Article, by: User | None = None) -> Article:
    """The story with nothing left to do in it but signing: every claim marked an opinion (which needs no evidence), by
    two people where it is a legal risk, every speaker named, every other word dismissed.
    """
    by = by or user(Role.CHECKER)
    for silent in Quote.objects.filter(draft=article.draft_id, speaker="", doubtful=False, start__isnull=False):
        quoting.correct_speaker(silent, by=by, speaker="Marta Lindqvist", anchor=silent.anchor_id or 0)
    for found in Claim.objects.filter(article=article).live().filter(start__isnull=False):
        for person in (by, user(Role.CHECKER)) if found.legal else (by,):
            mark(found, by=person, verdict=Verdict.OPINION)
    article = Article.objects.select_related("draft").get(pk=article.pk)
    for tally in coverage(article).tallies.values():
        for gap in tally.uncovered:
            words = article.current.text[gap.start : gap.end]
            dismissing.dismiss_words(
                article.current, by=by, start=gap.start, end=gap.end, wording=words, reason="No fact."
            )
    return Article.objects.select_related("draft").get(pk=article.pk)


def signature(article: Article, capacity: str, by: User | None = None, override: str = "") -> SignOff:
    """Somebody's signature on the current draft, given on a page that shows it."""
    draft = Article.objects.get(pk=article.pk).draft_id or 0
    by = by or user(capacity)
    return signing.sign(article, by=by, capacity=capacity, key=uuid.uuid4(), draft=draft, override=override)


def signed(article: Article) -> Article:
    """The story cleared, and signed by everybody whom the house's policy asks."""
    article = cleared(article)
    signature(article, Role.CHECKER)
    signature(article, Role.EDITOR)
    return Article.objects.select_related("draft").get(pk=article.pk)


def dissent(article: Article, by: User | None = None, text: str = "The register says otherwise.") -> Dissent:
    """Somebody's dissent from passing the current draft."""
    draft = Article.objects.get(pk=article.pk).draft_id or 0
    return signing.dissent(article, by=by or user(Role.CHECKER), text=text, key=uuid.uuid4(), draft=draft)
