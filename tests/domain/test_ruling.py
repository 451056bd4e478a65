"""A new version of the house's policy."""

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain import ruling
from newsroom.domain.locking import Conflict
from newsroom.domain.permissions import Denied
from newsroom.domain.verifying import first_break
from newsroom.models import Event, Policy, Rule, User
from newsroom.models.event import DESK
from tests import factories

pytestmark = pytest.mark.django_db
STRICT = {"name": "Every claim", "primary": 2, "locator": True, "reviews": 1}


@pytest.fixture
def administrator() -> User:
    return factories.user(staff=True, is_superuser=True)


@pytest.fixture
def first() -> Policy:
    return Policy.objects.latest()


def revise(policy: Policy, by: User | None, **changes: object) -> Policy:
    whole = {"rules": [STRICT], "signatures": ["editor"], "legal": False, **changes}
    return ruling.revise(policy, by=by, **whole)  # type: ignore[arg-type]


def test_a_change_is_a_new_version_and_the_old_one_stays(administrator, first):
    before = list(Rule.objects.filter(policy=first).values())
    made = revise(
        first, administrator, rules=[STRICT, {"name": "Law", "flags": ["legal"], "reviews": 3}], note=" Ours "
    )
    assert (made.version, made.signatures, made.legal, made.note, made.by) == (
        2,
        ["editor"],
        False,
        "Ours",
        administrator,
    )
    assert [(rule.number, rule.name, rule.primary) for rule in made.rules.all()] == [
        (1, "Every claim", 2),
        (2, "Law", 0),
    ]
    assert list(Rule.objects.filter(policy=first).values()) == before
    assert Policy.objects.get(version=1).signatures == ["checker", "editor"]


def test_it_is_one_event_on_the_desks_chain(administrator, first):
    made = revise(first, administrator)
    event = Event.objects.get(verb="revise policy")
    assert (event.chain, event.object, event.actor) == (DESK, f"policy:{made.pk}", administrator.username)
    assert event.data["version"] == 2
    assert event.data["rules"] == ruling.rules_in(made)
    assert first_break(DESK) == ""


def test_nothing_new_is_no_version(administrator, first):
    same = {"rules": ruling.rules_in(first), "signatures": first.signatures, "legal": first.legal}
    assert revise(first, administrator, **same, note="Just looking") == first
    assert not Event.objects.filter(verb="revise policy").exists()


def test_whether_one_person_signs_twice_is_the_policys(administrator, first):
    assert first.apart
    same = {"rules": ruling.rules_in(first), "signatures": first.signatures, "legal": first.legal}
    made = revise(first, administrator, **same, apart=False)
    assert (made.version, made.apart) == (2, False)
    assert Event.objects.get(verb="revise policy").data["apart"] is False
    assert revise(made, administrator, **same).apart


def test_only_administrators(first):
    for person in (factories.user("editor", staff=True), factories.user(is_superuser=True, is_active=False)):
        with pytest.raises(Denied):
            revise(first, person)
    assert revise(first, None).by is None
    assert Policy.objects.count() == 2


def test_two_at_once(administrator, first):
    revise(first, administrator)
    with pytest.raises(Conflict, match="version 2"):
        revise(first, administrator, signatures=["checker"])
    assert Policy.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"rules": []}, "at least one rule"),
        ({"rules": [{**STRICT, "name": "  "}]}, "needs a name"),
        ({"rules": [{**STRICT, "name": "x" * 101}]}, "needs a name"),
        ({"rules": [{**STRICT, "name": "N\0"}]}, "NUL"),
        ({"rules": [{**STRICT, "kinds": ["rumour"]}]}, "no “rumour”"),
        ({"rules": [{**STRICT, "flags": ["lawful"]}]}, "no “lawful”"),
        ({"rules": [{**STRICT, "secondary": 21}]}, "Between 0 and 20"),
        ({"rules": [{**STRICT, "reviews": -1}]}, "Between 0 and 20"),
        ({"rules": [{"name": "Idle", "kinds": ["quote"]}]}, "“Idle” asks nothing"),
        ({"signatures": []}, "Somebody has to sign"),
        ({"signatures": ["reporter"]}, "Nobody signs as “reporter”"),
        ({"signatures": ["editor", "editor"]}, "twice"),
        ({"note": "half \ud800"}, "surrogate"),
    ],
)
def test_what_makes_no_sense_is_refused(administrator, first, changes, said):
    with pytest.raises(ValidationError, match=said):
        revise(first, administrator, **changes)
    assert Policy.objects.count() == 1
