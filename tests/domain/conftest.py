"""A small desk: a story, one claim on "212,000 crowns", and somebody of each role."""

import pytest

from newsroom.models import Article, Claim, Role, User
from tests import factories


@pytest.fixture
def checker(db: None) -> User:
    return factories.user(Role.CHECKER)


@pytest.fixture
def second(db: None) -> User:
    """Another checker."""
    return factories.user(Role.CHECKER)


@pytest.fixture
def editor(db: None) -> User:
    return factories.user(Role.EDITOR)


@pytest.fixture
def reporter(db: None) -> User:
    return factories.user(Role.REPORTER)


@pytest.fixture
def article(editor: User, reporter: User) -> Article:
    return factories.article(by=editor, authors=(reporter,))


@pytest.fixture
def claim(article: Article, editor: User) -> Claim:
    """Made by the editor, so that whoever marks it is new to it."""
    return factories.claim_on(article, "212,000 crowns", by=editor)
