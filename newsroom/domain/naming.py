"""The user names that accounts go by, and went by."""

from collections import defaultdict
from typing import TypeAlias

from newsroom.models import Event, User
from newsroom.models.event import DESK

Names: TypeAlias = defaultdict[int | None, set[str]]


def names_of_accounts() -> Names:
    """Account id -> the user names that the account ever had, as the desk's chain tells; None (the desk itself) has "".

    An event's hash covers the name of who acted, and pages show the account: this holds the one against the other.
    """
    names: Names = defaultdict(set, {None: {""}})
    for pk, username in User.objects.values_list("pk", "username"):
        names[pk].add(username)
    renamed = Event.objects.filter(chain=DESK, verb="describe account").values_list("object", "data__from__username")
    for thing, username in renamed:
        names[int(thing.partition(":")[2])].add(username)
    return names
