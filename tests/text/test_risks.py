"""Which claims are looked at first."""

import pytest

from newsroom.text.kinds import FLAGS, KINDS, RISK_ORDER, risk_group, risk_rank


def test_the_order_of_risk():
    assert RISK_ORDER == ("legal", "quote", "superlative", "number", "name", "other")


@pytest.mark.parametrize(
    ("kinds", "flags", "group"),
    [
        (["name", "quote"], ["legal"], "legal"),
        (["name", "number", "allegation"], [], "legal"),
        (["name", "number", "quote", "superlative"], [], "quote"),
        (["paraphrase", "number"], ["minor"], "quote"),
        (["name", "number", "superlative"], [], "superlative"),
        (["name", "date"], [], "number"),
        (["name", "place"], [], "name"),
        (["cause", "place"], [], "other"),
        ([], [], "other"),
    ],
)
def test_group(kinds, flags, group):
    assert risk_group(kinds, flags) == group
    assert risk_rank(kinds, flags) == RISK_ORDER.index(group)


def test_every_kind_has_a_group_and_a_legal_flag_outranks_them_all():
    assert all(risk_group([kind]) in RISK_ORDER for kind in KINDS)
    assert {risk_rank([kind], FLAGS) for kind in KINDS} == {0}
