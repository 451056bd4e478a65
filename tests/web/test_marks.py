"""Marks as the card draws them: nothing that people wrote gets out of its place."""

from datetime import UTC, datetime

from newsroom.models import Review, Suspension, User, Verdict
from newsroom.web import marks

NASTY = "<b>&\"'"
ESCAPED = "&lt;b&gt;&amp;&quot;&#x27;"


def review(**fields: object) -> Review:
    known = {"verdict": Verdict.DISPUTED, "at": datetime(2026, 3, 2, 9, 5, 7, tzinfo=UTC)}
    mark = Review(reviewer=User(first_name=NASTY, last_name="Ray"), **{**known, **fields})
    Review._meta.get_field("suspension").set_cached_value(mark, None)
    Review._meta.get_field("settled").set_cached_value(mark, None)
    return mark


def test_a_mark_names_who_what_and_why_on_lines_of_its_own() -> None:
    said = marks.drawn(review(comment=f"{NASTY}\r\nand more"))
    assert said.said == (
        '<span class="badge disputed" aria-hidden="true">D</span>'
        f"<p><b>{ESCAPED} Ray</b> disputed<br>{ESCAPED}<br>and more</p>"
    )
    assert not said.suspended
    assert marks.drawn(review()).said.endswith("</b> disputed</p>")


def test_a_suspended_mark_looks_so_and_says_why() -> None:
    mark = review(comment="Seen.")
    mark.suspension = Suspension(why=NASTY)
    said = marks.drawn(mark)
    assert said.suspended
    assert said.said == (
        '<span class="badge suspended" aria-hidden="true">D</span>'
        f"<p><b>{ESCAPED} Ray</b> disputed · <i>suspended</i><br>Seen."
        f'<br><span class="short">{ESCAPED}</span></p>'
    )


def test_a_time_is_short_with_the_year_for_those_who_ask() -> None:
    assert marks.drawn(review()).when == (
        '<time datetime="2026-03-02T09:05:07+00:00" title="2 March 2026, 09:05">2 Mar, 09:05</time>'
    )


def test_an_earlier_mark_is_one_line_with_the_words_it_was_for() -> None:
    line = marks.earlier(review(comment=NASTY, wording=NASTY + "w" * 200))
    assert f"<b>{ESCAPED} Ray</b> disputed: {ESCAPED}<br>" in line
    assert f"“{ESCAPED}{'w' * (89 - len(NASTY))}…”" in line
    assert line.endswith("<small>2 Mar, 09:05</small></div>")
    assert "disputed<br>" in marks.earlier(review(wording="w"))
