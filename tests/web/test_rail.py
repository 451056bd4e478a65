"""Rows of the rail: letters and counts."""

from newsroom.models import Standing
from newsroom.web import rail
from newsroom.web.filters import Filters
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


def test_a_proposal_is_fainter_and_says_so_to_those_who_hear() -> None:
    accepted, proposed = (rail.draw(row(1, accepted=accepted, label="open"), Filters()) for accepted in (True, False))
    assert 'class="row open proposed"' in proposed
    assert ", open, proposed: </span>" in proposed
    assert "proposed" not in accepted
