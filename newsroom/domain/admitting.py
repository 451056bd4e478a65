"""Who can open a restricted story, and whether any of them can let others in."""

from collections.abc import Iterable
from typing import NamedTuple

from newsroom.domain.leaving import at_work
from newsroom.models import Access, Article, Role, User


class Admitted(NamedTuple):
    """The people who can open a story, by name; `editor` says whether one is among them, who alone lets others in."""

    people: list[User]
    editor: bool


def admitted(people: Iterable[int]) -> Admitted:
    """Those (by their ids) of a story's authors and members who can open it: who left, or has no role, can't."""
    known = at_work().filter(pk__in=set(people)).distinct().prefetch_related("groups")
    found = list(known.order_by("first_name", "last_name", "username"))
    return Admitted(found, any(group.name == Role.EDITOR for user in found for group in user.groups.all()))


def admitted_to(article: Article) -> Admitted | None:
    """The same of a story that is there; None for one that the whole desk sees."""
    if article.access != Access.RESTRICTED:
        return None
    authors = [author.pk for author in article.authors.all()]
    return admitted([*authors, *(member.user_id for member in article.members.all())])
