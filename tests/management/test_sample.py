"""`manage.py sample`: what somebody who tries the desk out finds there."""

import datetime
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from newsroom.domain.standing import adds_up_to
from newsroom.domain.verifying import first_break
from newsroom.management.commands.sample import PEOPLE, SOURCES, STORIES, bring_in
from newsroom.models import Article, Claim, Event, Evidence, Review, Standing, User
from tests import factories

PASSWORD = "3f9a-b21c-77d0"


@pytest.fixture(autouse=True)
def password(settings: Settings) -> None:
    settings.SAMPLE_PASSWORD = PASSWORD


def sample() -> str:
    out = StringIO()
    call_command("sample", stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_everybody_can_sign_in_and_has_the_roles_that_are_printed() -> None:
    printed = sample().splitlines()
    for person in PEOPLE:
        user = authenticate(username=person.username, password=PASSWORD)
        assert isinstance(user, User)
        assert (str(user), user.roles) == (person.name, frozenset(person.roles))
        assert (user.is_staff, user.is_superuser) == (person.username != "reporter", person.username == "admin")
        (line,) = [line for line in printed if line.split()[:1] == [person.username]]
        assert PASSWORD in line and person.name in line


@pytest.mark.django_db
def test_marks_rest_on_evidence_one_contradiction_waits_and_a_sum_is_right() -> None:
    sample()
    rows = Evidence.objects.live()
    assert {row.source.title for row in rows if row.source} == {facts.title for facts in SOURCES.values()}
    assert rows.get(stance="contradicts", answer=None).claim.standing == Standing.DISPUTED
    assert rows.get(source=None).result == "39.2592592593"
    for claim in Claim.objects.filter(pieces__gt=0):
        assert claim.accepted and claim.pieces == rows.filter(claim=claim).count()


@pytest.mark.django_db
def test_the_stories_are_the_reporters_and_one_is_under_way() -> None:
    sample()
    reporter = User.objects.get(username="reporter")
    baths, oysters = Article.objects.all()
    assert baths.author_ids == oysters.author_ids == {reporter.pk}
    assert (baths.dated, oysters.dated) == (datetime.date(2026, 9, 18), datetime.date(2026, 10, 6))
    assert not Review.objects.filter(claim__article=oysters).exists()
    marked = Claim.objects.filter(article=baths, reviews__isnull=False).distinct()
    assert {claim.standing for claim in marked} == {Standing.SOURCED, Standing.DISPUTED, Standing.OPINION}
    for claim in marked:
        assert claim.standing == adds_up_to(claim.history, baths.author_ids)
    assert baths.claims.filter(standing=Standing.OPEN).exists()
    assert baths.threads.count() == 2
    assert [first_break(f"article:{story.pk}") for story in (baths, oysters)] == ["", ""]


@pytest.mark.django_db
def test_a_second_time_changes_nothing_and_prints_the_same() -> None:
    first = sample()
    events = Event.objects.count()
    assert sample() == first
    assert Event.objects.count() == events


@pytest.mark.django_db
def test_a_desk_with_people_of_its_own_is_left_alone() -> None:
    factories.user("editor", username="inga")
    assert "no samples were made" in sample()
    assert list(User.objects.values_list("username", flat=True)) == ["inga"]
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_a_desk_in_service_gets_no_sample_accounts(settings: Settings) -> None:
    settings.HTTPS = True
    with pytest.raises(CommandError, match="in service"):
        sample()
    assert not User.objects.exists()


@pytest.mark.django_db
def test_without_a_password_nothing_is_made(settings: Settings) -> None:
    settings.SAMPLE_PASSWORD = ""
    with pytest.raises(CommandError, match="SAMPLE_PASSWORD"):
        sample()
    assert not User.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", [path.name for path in sorted(STORIES.glob("*.txt"))])
def test_three_people_can_mark_every_claim_of_a_sample(name: str) -> None:
    story = bring_in(name, by=factories.user("editor"), desk="City")
    checkers = [factories.user("checker") for _ in range(3)]
    claims = list(story.claims.all())
    assert len(claims) > 20
    for claim in claims:
        for checker in checkers:
            factories.mark(claim, by=checker)
    assert set(story.claims.values_list("standing", flat=True)) == {Standing.SOURCED}
    assert first_break(f"article:{story.pk}") == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "speakers"),
    [
        ("baths.txt", {"Ilse Marquand", "Piet Oduya", "Hanne Vollmer", "Agnes Tolliver"}),
        ("nightbus.txt", {"Martin Kroll", "Teresa Obi", "Paul Lindgren", "Yusuf Barr"}),
        ("oysters.txt", {"Rowan Petherick", "Leonie Hask"}),
    ],
)
def test_whoever_is_quoted_in_a_sample_is_found(name: str, speakers: set[str]) -> None:
    story = bring_in(name, by=factories.user("editor"), desk="City")
    assert speakers <= set(story.quotes.filter(kind="direct").values_list("speaker", flat=True))


def test_the_samples_are_as_long_as_a_real_story() -> None:
    sizes = {path.name: len(path.read_text().split()) for path in Path(STORIES).glob("*.txt")}
    assert len(sizes) == 3
    assert {name for name, size in sizes.items() if not 500 <= size <= 900} == set()
