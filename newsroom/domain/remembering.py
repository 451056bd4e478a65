"""Which remarks of a document came with an older draft of the story already."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.domain.recording import chain_of
from newsroom.formats.notes import Note, Reply
from newsroom.models import Article, Claim, Comment, Event, Thread

LONGEST_NAME = 200


class Known:
    """The remarks that came with the story's drafts, each of which is recognised once: the same question on two claims
    is two remarks.
    """

    def __init__(self, article: Article | None = None) -> None:
        brought = Comment.objects.filter(thread__article=article, account=None).select_related("thread")
        self.remarks = list(brought) if article else []
        self.settled: dict[int, Thread] = {}
        self.ours = acted_in(article) if article else set()

    def among(self, notes: Iterable[tuple[Note, Claim | None]]) -> dict[int, Comment]:
        """Of these notes and their answers those that are known: `id` of the remark -> the comment that it became.

        One with a date is the one of the same name, text and time. One without is that of the same name and text on
        the same claim or, where none is left there, anywhere.
        """
        left: defaultdict[tuple[str, str], list[Comment]] = defaultdict(list)
        for row in self.remarks:
            left[row.name, row.text].append(row)
        placed = [(said, claim) for note, claim in notes for said in (note, *note.replies)]
        found: dict[int, Comment] = {}
        for anywhere in (False, True):
            for said, claim in placed:
                rows = left.get(signed(said), []) if id(said) not in found else []
                same = [row for row in rows if is_same(row, said, claim, anywhere=anywhere)]
                if same:
                    found[id(said)] = same[0]
                    rows.remove(same[0])
        return found

    def settle(self, notes: Iterable[Note], old: Mapping[int, Comment]) -> None:
        """Keep the threads that were open when they came and are resolved in the file now, by their ids.

        Not those in which somebody here spoke, or which somebody here opened again: what people did here stands.
        """
        for note in notes:
            row = old.get(id(note))
            if row and note.resolved and not row.thread.resolved_at and row.thread_id not in self.ours:
                self.settled[row.thread_id] = row.thread

    def thread_of(self, note: Note, old: Mapping[int, Comment], claims: Iterable[Claim]) -> Thread | None:
        """The thread that fresh answers below a known note belong to: one on the story, or on one of these claims.

        What was settled there is not opened again; new remarks on it begin a thread of their own.
        """
        row = next((old[id(said)] for said in (note, *note.replies) if id(said) in old), None)
        if row is None or (row.thread.resolved_at and not note.resolved):
            return None
        here = row.thread.claim_id is None or any(claim.pk == row.thread.claim_id for claim in claims)
        return row.thread if here else None

    def count(self, thread: Thread) -> int:
        return sum(row.thread_id == thread.pk for row in self.remarks)


def acted_in(article: Article) -> set[int]:
    """The ids of a story's threads in which an account spoke, or which one opened again."""
    spoken = Comment.objects.filter(thread__article=article, account__isnull=False).values_list("thread_id", flat=True)
    reopened = Event.objects.filter(chain=chain_of(article), verb="reopen thread").values_list("object", flat=True)
    return {*spoken, *(int(name.partition(":")[2]) for name in reopened)}


def is_same(row: Comment, said: Reply, claim: Claim | None, *, anywhere: bool) -> bool:
    if said.date:
        return row.at == aware(said.date)
    return anywhere or row.thread.claim_id == (claim.pk if claim else None)


def signed(said: Reply) -> tuple[str, str]:
    """The name under which a remark is kept, and its text."""
    return said.author.strip()[:LONGEST_NAME] or _("no name given"), said.text.strip()


def aware(when: datetime | None) -> datetime:
    """A file's time; one without a zone is taken for the desk's own, and none for now."""
    if when is None:
        return timezone.now()
    return when if timezone.is_aware(when) else timezone.make_aware(when)
