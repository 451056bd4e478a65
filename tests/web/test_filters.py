"""The filters of a story's page as a part of its addresses and forms."""

import pytest
from django.test import RequestFactory

from newsroom.web.filters import Filters, asked


def test_what_is_asked_for_is_said_again() -> None:
    filters = Filters(show="open", order="risk")
    assert filters.query == "show=open&order=risk"
    assert filters.more == "&amp;show=open&amp;order=risk"
    show, order = (f'<input type="hidden" name="{n}" value="{v}">' for n, v in (("show", "open"), ("order", "risk")))
    assert filters.fields == show + order
    assert filters.but(order="").query == "show=open"


def test_nothing_asked_for_says_nothing() -> None:
    assert (Filters().query, Filters().more, Filters().fields) == ("", "", "")


def test_a_post_goes_before_its_address() -> None:
    request = RequestFactory().post("/?show=open&kind=date", {"show": "mine"})
    assert asked(request) == Filters(show="mine", kind="date")


@pytest.mark.parametrize("sent", [{"show": "<b>"}, {"kind": 'x"y'}, {"order": "random"}, {"show": ""}])
def test_what_nobody_knows_is_not_asked_for(sent: dict[str, str]) -> None:
    assert asked(RequestFactory().get("/", sent)) == Filters()
