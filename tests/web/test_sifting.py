"""Which claims the rail lists, in which order, and which one comes next."""

import pytest

from newsroom.web import sifting
from newsroom.web.filters import Filters
from newsroom.web.rail import Row
from tests.web.test_rail import row


def ids(rows: list[Row], **filters: str) -> set[int]:
    return {item.id for item in rows if sifting.matches(item, Filters(**filters))}


def after(rows: list[Row], number: int, **filters: str) -> int:
    found = sifting.following(rows, number, Filters(**filters))
    return found.id if found else 0


@pytest.mark.parametrize(
    ("show", "found"),
    [
        ("open", {1, 6, 7}),
        ("disputed", {3, 5}),
        ("changed", {6, 7}),
        ("mine", {2}),
        ("talk", {4}),
        ("dismissed", {8}),
        ("all", {1, 2, 3, 4, 5, 6, 7}),
        ("", {1, 2, 3, 4, 5, 6, 7}),
    ],
)
def test_filters_by_state(show: str, found: set[int]) -> None:
    rows = [row(n, standing) for n, standing in enumerate(("open", "sourced", "disputed", "opinion", "split"), 1)]
    rows += [row(6, "suspended"), row(7, "sourced", state="cut"), row(8, dismissed=True)]
    rows[1].mine, rows[3].notes = True, 2
    rows[6].start = rows[6].end = None
    assert ids(rows, show=show) == found


def test_a_kind_goes_with_every_state() -> None:
    rows = [row(1, kinds=["date"]), row(2, "sourced", kinds=["date"]), row(3, kinds=["name"])]
    rows.append(row(4, dismissed=True, kinds=["date"]))
    assert ids(rows, kind="date") == {1, 2}
    assert ids(rows, kind="date", show="open") == {1}
    assert ids(rows, kind="date", show="dismissed") == {4}
    assert ids(rows, kind="name", show="dismissed") == set()


def test_next_goes_round_once_and_stops_when_all_is_done() -> None:
    rows = [row(1), row(2, "sourced"), row(3, "suspended"), row(4, "opinion")]
    assert [after(rows, at) for at in (1, 2, 3, 4)] == [3, 3, 1, 1]
    assert after([row(1), row(2, "sourced")], 1) == 0


def test_next_stays_within_the_kind() -> None:
    rows = [row(1, kinds=["date"]), row(2, kinds=["name"]), row(3, kinds=["date"])]
    assert after(rows, 1, kind="date") == 3
    assert after(rows, 3, kind="date", show="all") == 1
    assert after(rows[:2], 1, kind="date") == 0


def test_next_follows_the_order_by_risk() -> None:
    assert [item.id for item in sifting.ordered(risky(), Filters(order="risk"))] == [4, 6, 3, 2, 1, 5]
    assert after(risky(), 4, order="risk") == 6
    assert after(risky(), 5, order="risk") == 4
    assert after(risky(), 4) == 5


def risky() -> list[Row]:
    """In text order: a name, a number, a superlative, a legal risk, a description and a quotation."""
    kinds = (["name"], ["number"], ["superlative", "name"], ["place"], ["description"], ["quote", "number"])
    return [row(n, kinds=kind, legal=n == 4) for n, kind in enumerate(kinds, 1)]


@pytest.mark.parametrize("show", ["disputed", "mine", "talk"])
def test_a_list_of_what_was_looked_at_is_gone_through_to_its_end(show: str) -> None:
    rows = [row(1, "disputed", mine=True, notes=1), row(2), row(3, "split", mine=True, notes=2)]
    assert [after(rows, at, show=show) for at in (1, 3)] == [3, 0]


def test_the_risk_stands_above_the_first_claim_that_is_shown_of_it() -> None:
    rows, by_risk = [row(1, kinds=["date"]), row(2, kinds=["name"]), row(3, kinds=["money"])], Filters(order="risk")
    assert sifting.heads(sifting.ordered(rows, by_risk), by_risk, {2, 3}) == {3: "Numbers and dates", 2: "Names"}
    assert sifting.heads(rows, Filters(), {2, 3}) == {}


def test_tabs_count_what_is_of_the_kind_and_keep_it() -> None:
    rows = [row(1, kinds=["date"]), row(2, "disputed", kinds=["date"]), row(3, kinds=["name"]), row(4, dismissed=True)]
    tabs = sifting.tabs(rows, Filters(show="open", kind="date", order="risk"))
    assert [(tab["slug"], tab["count"], tab["on"]) for tab in tabs] == [
        ("open", 1, True),
        ("mine", None, False),
        ("disputed", 1, False),
        ("all", 2, False),
    ]
    assert tabs[2]["query"] == "show=disputed&kind=date&order=risk"


def test_rare_filters_are_there_when_they_are_needed() -> None:
    rows = [row(1, "suspended"), row(2, dismissed=True)]
    slugs = [tab["slug"] for tab in sifting.tabs(rows, Filters(show="dismissed"))]
    assert slugs == ["open", "mine", "disputed", "changed", "all", "dismissed"]


def test_choices_lead_to_the_same_list_otherwise() -> None:
    rows = [row(1, kinds=["date", "name"]), row(2, dismissed=True, kinds=["cause"])]
    choices = sifting.choices(rows, Filters(show="mine", kind="date", order="risk"))
    assert [kind["query"] for kind in choices["kinds_in"]] == [
        "show=mine&kind=name&order=risk",
        "show=mine&kind=date&order=risk",
    ]
    assert [order["query"] for order in choices["orders"]] == ["show=mine&kind=date", "show=mine&kind=date&order=risk"]
    assert (choices["chosen"], choices["unsifted"]) == (["date", "Riskiest first"], "show=mine")
    assert sifting.choices(rows, Filters())["chosen"] == []
