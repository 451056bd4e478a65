"""What a report of something broken says."""

import sys
from typing import Any

import pytest
from django.test import RequestFactory
from django.views.debug import ExceptionReporter

WORDS = "the words of a passage"


@pytest.fixture(params=["get_traceback_text", "get_traceback_html"])
def report(request: pytest.FixtureRequest) -> str:
    """Of an error in a view that had the posted words in its hands."""
    sent = RequestFactory().post("/claims/1/mark/", {"comment": WORDS})

    def view(words: str) -> None:
        raise LookupError("No such claim.")

    try:
        view(sent.POST["comment"])
    except LookupError:
        text: Any = getattr(ExceptionReporter(sent, *sys.exc_info()), request.param)()
    return str(text)


def test_it_says_where_it_broke_and_what_was_sent_by_name(report: str) -> None:
    assert "No such claim." in report and "test_reporting.py" in report and "comment" in report


def test_it_repeats_nothing_that_was_typed(report: str) -> None:
    assert WORDS not in report


def test_whoever_writes_the_desk_sees_all(settings: Any) -> None:
    settings.DEBUG = True
    sent = RequestFactory().post("/", {"comment": WORDS})
    reporter = ExceptionReporter(sent, LookupError, LookupError("No such claim."), None)
    assert WORDS in str(reporter.get_traceback_data()["filtered_POST_items"])
