"""Where in a source something stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.locators import NONE, Locator, locator


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        ("p. 14", "page", "14"),
        ("pp. 3–5", "page", "3–5"),
        ("P.14", "page", "14"),
        ("page xiv", "page", "xiv"),
        ("p. 3 ff.", "page", "3 ff"),
        ("Seite 9", "page", "9"),
        ("¶ 3", "paragraph", "3"),
        ("par. 3", "paragraph", "3"),
        ("paras 3-4", "paragraph", "3-4"),
        ("§ 12(3)", "paragraph", "12(3)"),
        ("sec. 4.2", "paragraph", "4.2"),
        ("item 4", "paragraph", "4"),
        ("12:31", "timecode", "12:31"),
        ("00:12:31", "timecode", "00:12:31"),
        ("at 1:02:03.5", "timecode", "1:02:03.5"),
        ("12:31–12:50", "timecode", "12:31–12:50"),
        ("12m31s", "timecode", "12m31s"),
        ("1 h 2 min", "timecode", "1 h 2 min"),
        ("B7", "cell", "B7"),
        ("B7:C9", "cell", "B7:C9"),
        ("cell b7", "cell", "b7"),
        ("Sheet1!B7", "cell", "Sheet1!B7"),
        ("'Table of 4 July'!B7", "cell", "'Table of 4 July'!B7"),
        ("row 7", "cell", "7"),
        ("p. 14, ¶ 3", "page", "14"),
        ("in the annex; p. 9", "page", "9"),
        ("second paragraph from the end", "other", "second paragraph from the end"),
        ("b7", "other", "b7"),
        ("12:99", "other", "12:99"),
        ("p.", "other", "p."),
        ("14", "other", "14"),
        ("  ", "", ""),
    ],
)
def test_it_is_read_as_people_write_it(written: str, kind: str, value: str) -> None:
    assert locator(written) == Locator(kind, value)


@given(st.text())
def test_any_writing_has_a_kind_and_nothing_but_white_space_has_none(text: str) -> None:
    found = locator(text)
    assert found.kind in ("page", "paragraph", "timecode", "cell", "other", "")
    assert (found == NONE) is (not text.split())
    assert found == locator(f" {text}\n")


@given(
    st.integers(0, 9_999_999), st.sampled_from(["p. {}", "pp. {}–{}", "page {}", "p.{}, note 2", "see there; p. {}"])
)
def test_a_page_is_found_by_its_number(number: int, written: str) -> None:
    found = locator(written.format(number, number))
    assert found.kind == "page"
    assert found.value.startswith(str(number))


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 59))
def test_a_time_is_a_timecode(hours: int, minutes: int, seconds: int) -> None:
    for text in (f"{hours}:{minutes:02}:{seconds:02}", f"{minutes}:{seconds:02}"):
        assert locator(text) == Locator("timecode", text)
