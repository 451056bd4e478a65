"""Rows of the rail: filters, counts, and the next claim with work."""

import pytest

from newsroom.models import Standing
from newsroom.web import rail
from newsroom.web.rail import Row


def row(number: int, standing: str = "open", **fields: object) -> Row:
    known: dict[str, object] = {"accepted": True, "dismissed": False, "state": "unchanged", "legal": False}
    return Row(
        id=number, start=number, end=number + 1, wording="w", standing=standing, version=1, anchor=1,
        **{**known, **fields},
    )  # type: ignore[arg-type]  # fmt: skip


def test_every_standing_has_a_letter_of_its_own() -> None:
    assert len({rail.LETTERS[standing] for standing in Standing}) == len(Standing)


def test_counts_name_every_standing_and_leave_dismissed_out() -> None:
    found = rail.counts([row(1), row(2, "split"), row(3, "open", dismissed=True)])
    assert found == {"open": 1, "sourced": 0, "disputed": 0, "opinion": 0, "split": 1, "suspended": 0}


@pytest.mark.parametrize(
    ("show", "ids"),
    [
        ("open", {1, 6, 7}),
        ("disputed", {3, 5}),
        ("changed", {6, 7}),
        ("mine", {2}),
        ("dismissed", {8}),
        ("all", {1, 2, 3, 4, 5, 6, 7}),
    ],
)
def test_filters(show: str, ids: set[int]) -> None:
    rows = [row(n, standing) for n, standing in enumerate(("open", "sourced", "disputed", "opinion", "split"), 1)]
    rows += [row(6, "suspended"), row(7, "sourced", state="cut"), row(8, dismissed=True)]
    rows[1].mine = True
    rows[6].start = rows[6].end = None
    assert {item.id for item in rows if rail.matches(item, show)} == ids


def test_next_goes_round_once_and_stops_when_all_is_done() -> None:
    rows = [row(1), row(2, "sourced"), row(3, "suspended"), row(4, "opinion")]
    assert [found.id if (found := rail.next_to_do(rows, at)) else 0 for at in (1, 2, 3, 4)] == [3, 3, 1, 1]
    assert rail.next_to_do([row(1), row(2, "sourced")], 1) is None
