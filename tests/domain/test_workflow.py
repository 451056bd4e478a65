"""Where a story may go from where it stands."""

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain.permissions import Denied
from newsroom.domain.workflow import MOVES, move
from newsroom.models import Article, Event, Role, Status, User
from tests import factories

# From (row) to (column); x is a move. Written out, so that a changed table is seen.
#                      package checking queries-out ready signed published corrected killed
EXPECTED = """
    package            .       x        .           .     .      .         .         x
    checking           .       .        x           x     .      .         .         x
    queries-out        .       x        .           x     .      .         .         x
    ready              .       x        .           .     .      .         .         x
    signed             .       .        .           .     .      .         .         .
    published          .       .        .           .     .      .         .         .
    corrected          .       .        .           .     .      .         .         .
    killed             .       x        .           .     .      .         .         .
"""
CELLS = [
    (start, end, cell == "x")
    for start, *cells in map(str.split, EXPECTED.strip().splitlines())
    for end, cell in zip(Status.values, cells, strict=True)
]


def test_the_table_is_complete() -> None:
    assert set(MOVES) == set(Status)
    assert len(CELLS) == len(Status) ** 2


@pytest.mark.django_db
def test_every_move_that_is_in_the_table_and_no_other() -> None:
    article, editor = factories.article(), factories.user(Role.EDITOR)
    for start, end, allowed in CELLS:
        Article.objects.filter(pk=article.pk).update(status=start)
        events = Event.objects.count()
        if allowed:
            assert move(article, by=editor, to=end).status == end
            assert Event.objects.latest("id").data == {"from": start, "to": end}
        elif start == end:
            assert move(article, by=editor, to=end).status == end
        else:
            with pytest.raises(ValidationError, match="can't go from there") as refusal:
                move(article, by=editor, to=end)
            assert list(refusal.value.message_dict) == ["status"]
        assert Article.objects.get(pk=article.pk).status == (end if allowed else start)
        assert Event.objects.count() == events + allowed


def test_there_is_no_status_beyond_the_table(article: Article, editor: User) -> None:
    with pytest.raises(ValidationError):
        move(article, by=editor, to="spiked")


@pytest.mark.parametrize("role", [Role.REPORTER, Role.CHECKER, Role.LEGAL])
def test_only_editors_move_a_story(article: Article, role: Role) -> None:
    with pytest.raises(Denied):
        move(article, by=factories.user(role), to=Status.READY)
