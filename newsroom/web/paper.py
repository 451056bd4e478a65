"""A story on paper: who signed it and what is left, its words with numbered letters, and beneath them every claim with
what it rests on and what everybody said about it.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from newsroom.domain import gate
from newsroom.web import proof, rail
from newsroom.web.entries import Whole, claims
from newsroom.web.filters import asked
from newsroom.web.gate import given, groups
from newsroom.web.http import person
from newsroom.web.rail import Row
from newsroom.web.review import stories


@require_GET
def article(request: HttpRequest, article: int) -> HttpResponse:
    """The whole story for the printer; nothing can be done here."""
    story = get_object_or_404(stories(person(request)), pk=article)
    whole = Whole(story)
    rows, found = rail.rows_from(whole.all, whole.kinds), gate.look(story, whole)
    for row in rows:
        row.weighed = found.weighed.get(row.id)
    context = {
        "article": story,
        "blocks": proof.draw(story.current, rows, numbered),
        "counts": rail.counts(rows),
        "now": timezone.now(),
        "filters": asked(request),
        "found": found,
        "groups": groups(story.pk, found.problems, found),
        **given(story, found.signatures),
        **claims(whole, rows),
    }
    return render(request, "paper/article.html", context)


def numbered(row: Row) -> str:
    """The letter before a claim's words with the claim's number, by which it is found in the list."""
    return (
        f'<a class="letter {row.tint}" dir="ltr" href="#claim-{row.id}">{row.letter}{row.number}'
        f'{proof.WORD_JOINER}<span class="visually-hidden"> {rail.in_words(row)}: </span></a>'
    )
