"""Print the role × verb table and the diagram of statuses, as the README carries them."""

from typing import Any

from django.core.management.base import BaseCommand

from newsroom.domain.permissions import NEVER_OWN, OWN_ONLY, TABLE, Verb
from newsroom.domain.workflow import GUARDS, MOVES
from newsroom.models import Role


class Command(BaseCommand):
    help = "Print the role × verb table and the statuses' moves as Markdown, as the README carries them."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(permissions_table())
        self.stdout.write("")
        self.stdout.write(status_table())


def permissions_table() -> str:
    """One row for each verb: ✓ may, *own* on stories of one's own alone, – may not."""
    lines = [f"| verb | {' | '.join(Role.values)} |", "|---|---|---|---|---|"]
    lines += [f"| {verb}{remark(verb)} | {' | '.join(cell(verb, role) for role in Role)} |" for verb in Verb]
    return "\n".join(lines)


def cell(verb: Verb, role: Role) -> str:
    if role not in TABLE[verb]:
        return "–"
    return "own" if verb in OWN_ONLY.get(role, ()) else "✓"


def remark(verb: Verb) -> str:
    return " (never one's own story)" if verb in NEVER_OWN else ""


def status_table() -> str:
    """Each status with what it asks of a story that comes to it, and where an editor can move a story from it."""
    lines = ["| status | asks of the story | leads on to |", "|---|---|---|"]
    asks = {status: guard.asks for status, guard in GUARDS.items()}
    lines += [f"| {status} | {asks.get(status, '–')} | {', '.join(to) or '–'} |" for status, to in MOVES.items()]
    return "\n".join(lines)
