"""One gate behind every door: whatever people do in whatever order, function, page and command say the same list, in
text and as JSON; and what is signed was clear, or was signed over with a reason.
"""

import json
import uuid
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from newsroom.domain import applying, gate, signing, talking, workflow
from newsroom.domain.drafting import add_draft
from newsroom.domain.permissions import Denied
from newsroom.models import Article, Claim, Correction, Role, Status, Thread, User
from tests import factories
from tests.web.test_gate import listed

TEXT = "The pier has 40 lamps, Anna Berg said.\n\nProsecutors accused Jonas Vale of stealing 400 crowns."
EDITS = (("40 lamps", "50 lamps"), (", Anna Berg said", ""), ("crowns", "crowns."), ("Anna", "“Anna"), ("400", "500"))
pick = st.integers(min_value=0, max_value=3)
capacity = st.sampled_from([Role.CHECKER, Role.CHECKER, Role.EDITOR, Role.EDITOR, Role.LEGAL])
reason = st.sampled_from(["", "It goes to print at six."])


class Way(RuleBasedStateMachine):
    """A story on its way out, and somebody of each role. Each day's deeds are undone at its end; `met` gathers what
    happened.
    """

    people: dict[str, User]
    story_id: int
    met: set[str]

    def __init__(self) -> None:
        super().__init__()
        self.day = transaction.atomic()
        self.day.__enter__()
        self.client = Client()
        self.client.force_login(self.people[Role.CHECKER])

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.day.__exit__(None, None, None)

    @property
    def story(self) -> Article:
        return Article.objects.select_related("draft").get(pk=self.story_id)

    def claim(self, n: int) -> Claim:
        claims = Claim.objects.filter(article=self.story_id).live().order_by("pk")
        return claims[n % len(claims)]

    def do(self, deed: Callable[..., Any], *args: Any, **sent: Any) -> None:
        try:
            deed(*args, **sent)
            self.met.add(deed.__name__)
        except (ValidationError, Denied) as refusal:
            self.met.add(type(refusal).__name__)

    @initialize(far=st.integers(min_value=0, max_value=2))
    def begin(self, far: int) -> None:
        """Begun, with little left, or signed by all."""
        if far:
            self.clear()
        else:
            self.mark(1, Role.CHECKER, "sourced")
        for role in (Role.CHECKER, Role.EDITOR, Role.LEGAL)[: 3 * (far - 1)] if far else ():
            self.sign(role, "")

    @rule()
    def clear(self) -> None:
        """A long afternoon, after which little is left."""
        self.do(factories.cleared, self.story, by=self.people[Role.CHECKER])

    @rule(n=pick, role=capacity, verdict=st.sampled_from(["sourced", "sourced", "disputed", "opinion"]))
    def mark(self, n: int, role: Role, verdict: str) -> None:
        self.do(factories.mark, self.claim(n), by=self.people[role], verdict=verdict)

    @rule(n=pick)
    def attach(self, n: int) -> None:
        self.do(factories.evidence, self.claim(n), by=self.people[Role.CHECKER], locator="p. 3")

    @rule(n=pick, correct=st.sampled_from([True, False]))
    def ask(self, n: int, correct: bool) -> None:
        """A query, or other words that are accepted at once."""
        if correct:
            sent = {"by": self.people[Role.CHECKER], "accepted": self.people[Role.EDITOR]}
            self.do(factories.correction, self.claim(n), new="30 lamps", **sent)
        else:
            self.do(factories.query, self.claim(n), by=self.people[Role.LEGAL])

    @rule()
    def resolve(self) -> None:
        """Queries are closed, corrections checked off."""
        for thread in Thread.objects.filter(article=self.story_id, resolved_at=None):
            self.do(talking.resolve, thread, by=self.people[Role.EDITOR])
        for row in Correction.objects.filter(claim__article=self.story_id, decision__accepted=True, applied=None):
            self.do(applying.check_off, row, by=self.people[Role.EDITOR])

    @rule(edits=st.sets(st.sampled_from(EDITS), max_size=2))
    def draft(self, edits: set[tuple[str, str]]) -> None:
        text = TEXT
        for old, new in sorted(edits):
            text = text.replace(old, new)
        base = self.story.draft_id or 0
        self.do(add_draft, self.story, factories.document(text), by=self.people[Role.EDITOR], base=base)

    @rule(to=st.sampled_from([*Status.values, Status.PUBLISHED, Status.CHECKING]))
    def move(self, to: str) -> None:
        self.do(workflow.move, self.story, by=self.people[Role.EDITOR], to=to)

    @rule(role=capacity, override=reason)
    def sign(self, role: Role, override: str) -> None:
        sent = {"capacity": role, "draft": self.story.draft_id or 0, "key": uuid.uuid4(), "override": override}
        self.do(signing.sign, self.story, by=self.people[role], **sent)

    @rule(role=st.sampled_from(Role))
    def dissent(self, role: Role) -> None:
        self.do(factories.dissent, self.story, by=self.people[role])

    # --- What holds ---

    @invariant()
    def all_doors_say_the_same(self) -> None:
        problems = gate.problems(self.story)
        said = [(problem.code, problem.about, problem.text) for problem in problems]
        page = self.client.get(reverse("gate-article", args=[self.story_id])).content.decode()
        assert listed(page.partition('class="known"')[0]) == said
        as_json, code = self.printed("--json")
        found = json.loads(as_json)
        assert found["problems"] == [problem.as_json() for problem in problems]
        text, same_code = self.printed()
        warnings = [(each["code"], each["about"], each["text"]) for each in found["warnings"]]
        assert [tuple(line.split(maxsplit=2)) for line in text.splitlines()[1:]] == [*said, *warnings]
        assert code == same_code == bool(problems)
        self.met |= {problem.code for problem in problems} or {"nothing left"}

    def printed(self, *options: str) -> tuple[str, int]:
        """What the command prints, and the code that it ends with."""
        out = StringIO()
        try:
            call_command("gate", self.story_id, *options, stdout=out)
        except SystemExit as end:
            return out.getvalue(), int(end.code or 0)
        return out.getvalue(), 0

    @invariant()
    def signatures_are_what_they_say(self) -> None:
        story = self.story
        for row, void in signing.signatures(story):
            assert row.override or not row.problems
            assert row.count == len(row.problems)
            if row.draft_id == story.draft_id or row.capacity != Role.LEGAL:
                assert bool(void) == (row.draft_id != story.draft_id)
            self.met |= {"void"} if void else {"override"} if row.override else set()
        if story.status == Status.SIGNED:
            assert not [problem for problem in gate.look(story).unanswered if problem.code == "signature"]
        self.met.add(story.status)


@pytest.mark.django_db
def test_all_doors_agree_whatever_people_do() -> None:
    met: set[str] = set()

    class Ours(Way):
        pass

    Ours.people = {role: factories.user(role) for role in Role}
    Ours.story_id = factories.article(by=Ours.people[Role.EDITOR], text=TEXT, headline="Pier lit").pk
    Ours.met = met
    days = settings(
        max_examples=20,
        stateful_step_count=15,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Ours, settings=days)  # type: ignore[no-untyped-call]
    # The days were worth it: all this was met on them.
    assert met >= {"open", "suspended", "disputed", "correction", "short", "query", "uncovered", "signature"}
    assert met >= {"sign", "dissent", "evidence", "check_off", "move", "add_draft", "Barred", "Denied", "void"}
    assert met >= {"nothing left", "checking", "signed"}
