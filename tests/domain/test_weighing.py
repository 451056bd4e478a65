"""Evidence held against the house's policy, from the database."""

import pytest

from newsroom.domain import weighing
from newsroom.models import Answer, Claim, Evidence, Knower, Policy, Rule, Source, User
from tests import factories

pytestmark = pytest.mark.django_db


def attach(claim: Claim, by: User, /, *, stance: str = "supports", tier: str = "primary", **fields: object) -> Evidence:
    """A piece of evidence with a source of its own, as rows."""
    source = Source.objects.create(created_by=by, **{"title": "Harbour accounts", "folded": "", **fields})
    row = Evidence.objects.create(
        claim=claim, source=source, stance=stance, tier=tier, locator="p. 4", by=by, role="editor"
    )
    claim.pieces = Evidence.objects.live().filter(claim=claim).count()
    claim.save(update_fields=["pieces"])
    return row


def weighed(claim: Claim) -> weighing.Weighed:
    return weighing.weights(claim.article, [claim])[claim.pk]


def test_a_claim_without_evidence_is_short_by_all_that_the_policy_asks(article):
    assert weighed(factories.claim(article)).reasons == ("1 primary or 3 independent secondary needed",)


def test_one_primary_source_with_a_place_meets_the_first_policy(article, editor):
    attach(claim := factories.claim(article), editor)
    assert weighed(claim) == weighing.Weighed(weighing.Result.MEETS, reviews=1, independent=1)


def test_a_contradiction_blocks_until_somebody_answers_it(article, editor):
    claim = factories.claim(article)
    attach(claim, editor)
    against = attach(claim, editor, stance="contradicts", title="Ferry log")
    assert weighed(claim).reasons == ("a contradiction is unanswered: Ferry log",)
    Answer.objects.create(evidence=against, text="The log is a day late.", by=editor, role="editor")
    assert weighed(claim).result == weighing.Result.MEETS


def test_an_unnamed_source_counts_once_an_editor_knows_it_and_a_document_bears_it_out(article, editor):
    claim = factories.claim(article)
    unnamed = attach(claim, editor, kind="interview", anonymous=True, code="K-7", title="K-7")
    assert weighed(claim).reasons == (
        "second source or document needed",
        "no editor has recorded knowing the identity",
    )
    assert unnamed.source
    Knower.objects.create(source=unnamed.source, editor=editor)
    assert weighed(claim).reasons == ("second source or document needed",)
    attach(claim, editor, title="Memo", tier="secondary")
    assert weighed(claim).result == weighing.Result.MEETS


def test_an_editor_who_wrote_the_story_knows_nobody_in_it(article, editor, checker):
    attach(claim := factories.claim(article), checker, kind="interview", anonymous=True, code="K-7", title="K-7")
    attach(claim, checker, title="Memo", tier="secondary")
    Knower.objects.create(source=Source.objects.get(code="K-7"), editor=editor)
    assert weighed(claim).result == weighing.Result.MEETS
    article.authors.add(editor)
    assert weighed(claim).reasons == ("no editor has recorded knowing the identity",)
    Knower.objects.create(source=Source.objects.get(code="K-7"), editor=factories.user("editor"))
    assert weighed(claim).result == weighing.Result.MEETS


def test_what_was_replaced_or_withdrawn_is_not_weighed(article, editor):
    claim = factories.claim(article)
    row = attach(claim, editor)
    Evidence.objects.create(
        claim=claim, source=row.source, replaces=row, withdrawn=True, locator="p. 4", by=editor, role="editor"
    )
    assert weighed(claim).short


def test_a_legal_claim_needs_two_people(article):
    claim = factories.claim(article)
    assert weighed(claim).reviews == 1
    claim.legal = True
    assert weighed(claim).reviews == 2


def test_an_older_policy_can_still_be_asked(article):
    claim, first = factories.claim(article), Policy.objects.latest()
    Policy.objects.create(version=first.version + 1)
    assert weighed(claim).result == weighing.Result.NOT_APPLICABLE
    assert weighing.weights(article, [claim], policy=first)[claim.pk].short
    assert not Rule.objects.exclude(policy=first).exists()


def test_three_queries_whatever_the_claims_and_two_without_evidence(article, editor, django_assert_num_queries):
    claims = [factories.claim(article, n) for n in range(4)]
    with django_assert_num_queries(3):
        weighing.weights(article, claims)
    with django_assert_num_queries(2):  # the policy's rules are remembered
        weighing.weights(article, claims)
    attach(claims[0], editor)
    with django_assert_num_queries(3):
        weighing.weights(article, claims[:1])
    for claim in claims:
        attach(claim, editor, title="Another")
    with django_assert_num_queries(3):
        assert len(weighing.weights(article, claims)) == 4
    with django_assert_num_queries(0):
        assert weighing.weights(article, []) == {}


def test_where_kinds_are_known_one_query_weighs_all(article, editor, django_assert_num_queries):
    claims = [factories.claim(article, n) for n in range(3)]
    attach(claims[0], editor)
    subjects = [weighing.Subject(claim.pk, claim.pieces) for claim in claims]
    rules = weighing.rules_of()
    with django_assert_num_queries(1):
        found = weighing.weigh_all(subjects, rules)
    assert [found[claim.pk].short for claim in claims] == [False, True, True]
    with django_assert_num_queries(0):
        weighing.weigh_all(subjects[1:], rules)
