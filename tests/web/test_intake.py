"""Bringing a story in, and what was recognised in it."""

import hashlib
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from newsroom.formats.plain import LIMIT
from newsroom.models import Article, Claim, Comment, Draft, Event
from tests import factories

pytestmark = pytest.mark.django_db

NEW = reverse("intake-new")
STORY = """\
 date 2026-03-04 The pump that never ran

“We paid for it twice,” said Hedda Ness, who keeps the council's books. The pump cost 212,000 crowns in 2024.

It is the ugliest pump in the county. No drop has come out of it since 9 May.
"""


@pytest.fixture
def editor():
    return factories.user("editor")


@pytest.fixture
def look(client_for, editor):
    """`look(text=…)`: the answer to the form as the editor posts it the first time."""

    def post(by=None, **data):
        return client_for(by or editor).post(NEW, {"language": "en", "access": "desk", **data})

    return post


@pytest.fixture
def send(look):
    """`send(text=…)`: the same, and where that shows a preview, the answer to the form as it was shown."""

    def post(**data):
        answer = look(**data)
        return answer if answer.status_code != 200 else look(**again(answer, data))

    return post


def again(answer, data):
    """What a browser sends from the preview: the same fields, the words in the box, no file."""
    shown = {name: hidden(answer, name) for name in ("kept", "read", "seen")}
    return {**data, **shown, "text": box(answer), "file": ""}


def attached(data, name="pump.txt"):
    return SimpleUploadedFile(name, data if isinstance(data, bytes) else data.encode())


def box(answer):
    """What stands in the paste box of a form that came back."""
    found = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", answer.content.decode(), re.DOTALL)
    return unescape(found[1])


def error(answer, field):
    """What stands beside a field of a form that came back with nothing stored."""
    assert answer.status_code == 422
    found = re.search(rf'id="id_{field}_error"[^>]*>(.*?)</div>', answer.content.decode(), re.DOTALL)
    return unescape(re.sub(r"<(?!a )[^>]*>|\s+", " ", found[1])).strip() if found else ""


def hidden(answer, name):
    found = re.search(rf'name="{name}"(?: value="([^"]*)")?', answer.content.decode())
    return unescape(found[1] or "")


GERMAN = """Die Fähre fährt wieder

Die Fähre nach Ostrand fährt am 4. Mai wieder. „Wir haben beide Pumpen ersetzt“, sagte Marta Lindqvist.

Das ist nicht alles: Auch die Brücke wird im Sommer für drei Wochen gesperrt.
"""


# --- The form ---


@pytest.mark.parametrize("role", ["reporter", "editor"])
def test_who_may_import_sees_the_form(client_for, role):
    answer = client_for(factories.user(role)).get(NEW)
    assert answer.status_code == 200
    html = answer.content.decode()
    assert all(f'name="{name}"' in html for name in ("text", "file", "headline", "authors-more", "deadline"))
    assert ("you become one of its authors" in html) is (role == "reporter")


@pytest.mark.parametrize("roles", [("checker",), ("legal",), ()])
def test_others_are_told_why_not(client_for, roles):
    client = client_for(factories.user(*roles))
    for answer in (client.get(NEW), client.post(NEW, {"text": STORY, "language": "en", "access": "desk"})):
        assert answer.status_code == 403
        assert "It takes the role reporter / editor." in answer.content.decode()
    assert not Article.objects.exists()


def test_a_stranger_is_sent_to_the_sign_in(client_for):
    assert client_for(None).get(NEW).status_code == 302


def test_the_form_answers_get_and_post_alone(client_for, editor):
    assert client_for(editor).put(NEW).status_code == 405


def test_the_form_offers_the_desks_that_there_are(client_for, editor):
    for desk in ("City", "Sport", "Foreign"):
        factories.article(desk=desk, authors=(factories.user("reporter"),))
    html = client_for(editor).get(NEW).content.decode()
    assert '<option value="Foreign"></option>' in html


# --- A story comes in ---


def test_a_pasted_story_comes_in_with_what_its_text_says(send, editor):
    answer = send(text=STORY.replace("\n", "\r\n"))
    article = Article.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, reverse("intake-imported", args=[article.pk]))
    assert article.headline == "The pump that never ran"
    assert str(article.dated) == "2026-03-04"
    assert (article.created_by, article.current.origin) == (editor, "pasted")
    assert "“We paid for it twice,” said Hedda Ness" in article.current.text
    assert not article.authors.exists()
    assert Event.objects.get(chain=f"article:{article.pk}").verb == "import"


def test_what_is_filled_in_wins_over_the_text(send):
    factories.user("reporter", username="hn")
    filled = {
        "headline": "Another headline", "byline": "Hedda Ness", "desk": "City", "dated": "2026-03-05",
        "deadline": "2026-03-06T18:30", "language": "de", "access": "restricted", "authors-more": "hn",
    }  # fmt: skip
    assert send(text=STORY, **filled).status_code == 303
    article = Article.objects.get()
    assert (article.headline, article.byline, article.desk) == ("Another headline", "Hedda Ness", "City")
    assert (f"{article.dated}", f"{article.deadline:%d %H:%M}") == ("2026-03-05", "06 18:30")
    assert (article.language, article.access) == ("de", "restricted")
    assert [author.username for author in article.authors.all()] == ["hn"]
    assert article.current.text.startswith("Another headline\n\n")


def test_a_reporter_becomes_an_author(send):
    reporter = factories.user("reporter")
    assert send(by=reporter, text=STORY).status_code == 303
    assert list(Article.objects.get().authors.all()) == [reporter]


def test_a_text_file_is_the_same_story_and_its_name_is_kept(send):
    assert send(file=attached(STORY)).status_code == 303
    draft = Draft.objects.get()
    assert draft.origin == "pump.txt"
    assert draft.text.startswith("The pump that never ran\n\n“We paid")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_declares_the_encoding(send, codec):
    assert send(file=attached(STORY.encode(codec))).status_code == 303
    assert "“We paid for it twice,”" in Draft.objects.get().text


# --- Nothing is stored that was not shown ---

MARKED = """# The pump

It cost {==212,000 crowns==}{>>Says who?<<}, [an audit](https://e.example/audit) says.[^1] It is {--not--} ugly.

![A pump](pump.jpg)

[^1]: Page 4.
"""


def test_a_preview_shows_text_parts_notes_links_changes_losses_and_hash_and_stores_nothing(look):
    answer = look(file=attached(MARKED, name="pump.md"))
    html = re.sub(r"\s+", " ", answer.content.decode())
    assert answer.status_code == 200
    assert not Article.objects.exists() and not Event.objects.filter(verb="import").exists()
    text = "The pump\n\nIt cost 212,000 crowns, an audit says. It is ugly."
    assert hashlib.sha256(text.encode()).hexdigest() in html
    assert '<span class="kind">headline</span> The pump' in html and "It cost 212,000 crowns, an audit says." in html
    assert "2 notes" in html and "Says who?" in html and "on “212,000 crowns”" in html and "Page 4." in html
    assert (
        "1 link comes in" in html
        and "1 × deletion" in html
        and re.search(r"<b>1 image</b>\s*<ul><li dir=.auto.>A pump</li>", html)
    )
    assert "pump.md was read. There is no need to attach it again." in html


def test_a_language_that_nobody_chose_is_told_by_the_words_and_shown_before_it_counts(look):
    answer = look(text=GERMAN, language="")
    html = answer.content.decode()
    assert "This reads like German. If it is not, choose the language." in html
    assert '<option value="de" selected>' in html
    assert look(**again(answer, {"language": "de"})).status_code == 303
    assert Article.objects.get().language == "de"


def test_a_language_that_somebody_chose_stays_and_what_speaks_against_it_is_said(look):
    answer = look(text=GERMAN, language="en")
    html = answer.content.decode()
    assert "This reads like German, but the language chosen is English: look at it again." in html
    assert '<option value="en" selected>' in html
    assert look(**again(answer, {})).status_code == 303
    assert Article.objects.get().language == "en"


def test_words_that_do_not_tell_their_language_are_taken_for_english_and_that_is_said(look):
    html = look(text="Ferry back\n\nFerry ran.", language="").content.decode()
    assert "The words do not tell their language" in html and '<option value="en" selected>' in html
    assert "tell their language" not in look(text=STORY, language="en").content.decode()


def test_who_will_open_a_restricted_story_is_shown_and_that_no_editor_does(look, editor, client_for):
    reporter = factories.user("reporter")
    html = look(by=reporter, text=STORY, access="restricted").content.decode()
    assert f"Only this person can open it: <b>{reporter}</b>." in html and "No editor is among them" in html
    html = look(text=STORY, access="restricted").content.decode()
    assert f"Only this person can open it: <b>{editor}</b>." in html and "No editor is among them" not in html
    assert "can open it" not in look(text=STORY).content.decode()
    data = {"by": reporter, "text": STORY, "access": "restricted"}
    answer = look(**again(look(**data), data))
    assert "No editor is among them" in client_for(reporter).get(answer.url).content.decode()


def test_what_was_shown_comes_in_with_its_notes_and_losses_and_without_the_file(send):
    assert send(file=attached(MARKED, name="pump.md")).status_code == 303
    draft = Draft.objects.get()
    assert draft.origin == "pump.md (1 tracked change, read as accepted)"
    taken = {"kind": "passages taken out by tracked changes", "count": 1, "words": ["not"]}
    assert draft.losses == [taken, {"kind": "images", "count": 1, "words": ["A pump"]}]
    assert sorted(Comment.objects.values_list("text", flat=True)) == ["Page 4.", "Says who?"]


def test_changed_words_are_shown_again_before_they_come_in(look):
    data = again(look(text=STORY), {})
    changed = look(**{**data, "text": STORY.replace("212,000", "312,000")})
    assert changed.status_code == 200 and "312,000" in changed.content.decode() and not Article.objects.exists()
    assert look(**again(changed, {})).status_code == 303


def test_a_bad_field_after_the_preview_keeps_what_was_read(look):
    data = again(look(file=attached(MARKED, name="pump.md")), {})
    refused = look(**data, deadline="soon")
    assert error(refused, "deadline")
    shown = look(**again(refused, {}))
    assert shown.status_code == 200 and "Says who?" in shown.content.decode()
    assert look(**again(shown, {})).status_code == 303


def test_nobody_can_make_up_what_was_read(look):
    answer = look(file=attached(MARKED, name="pump.md"))
    data = again(answer, {})
    assert "Paste the words" in error(look(**{**data, "read": data["read"][:-3] + "abc"}), "text")
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("html", "<h1>Head</h1><p>The <b>pump</b>.<script>alert(1)</script></p>"),
        ("markdown", "# Head\n\nThe **pump**."),
        ("", "<!doctype html><h1>Head</h1><p>The pump.</p>"),
        ("", "Head\n\nThe pump."),
    ],
)
def test_a_paste_is_read_as_what_it_is_said_to_be_or_surely_is(send, written, text):
    assert send(text=text, written=written).status_code == 303
    assert Draft.objects.get().text == "Head\n\nThe pump."


def test_tracked_changes_are_read_as_asked(send):
    assert (
        send(text="# Head\n\nIt is {--not--} {++very++} ugly.", written="markdown", changes="rejected").status_code
        == 303
    )
    assert Draft.objects.get().text == "Head\n\nIt is not ugly."


def test_html_is_shown_as_words(look):
    page = b"<!doctype html><h1>Head</h1><p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; <img src=x onerror=x>words</p>"
    html = look(file=attached(page, name="pump.html")).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; words" in html
    assert "<script>alert" not in html and "onerror" not in html


def test_the_byline_of_a_page_is_taken_unless_one_is_filled_in(send):
    page = "<!doctype html><meta name=author content='Hedda Ness'><h1>Head</h1><p>%s words.</p>"
    assert send(text=page % "Some").status_code == send(text=page % "Other", byline="Jo").status_code == 303
    assert [article.byline for article in Article.objects.order_by("pk")] == ["Hedda Ness", "Jo"]


# --- What is refused, with the words kept ---


@pytest.mark.parametrize("text", ["", "   \n\t "])
def test_no_words_at_all(send, text):
    assert "Paste the words" in error(send(text=text), "text")
    assert not Article.objects.exists()


@pytest.mark.parametrize("data", [b"", b" \r\n\t"])
def test_a_file_without_words(send, data):
    assert "no words" in error(send(file=attached(data)), "file")


def test_both_a_paste_and_a_file(send):
    answer = send(text=STORY, file=attached("Something else entirely."))
    assert "which of the two" in error(answer, "file")
    assert box(answer) == STORY


def test_a_nul_in_the_paste(send):
    text = STORY + "\0"
    answer = send(text=text)
    assert f"byte {len(text.encode()) - 1}" in error(answer, "text")
    assert box(answer).startswith(" date 2026-03-04")


def test_a_nul_in_a_file(send):
    assert "NUL at byte 2" in error(send(file=attached(b"PK\0\x03\x04 many words that are none")), "file")


def test_more_than_two_megabytes_pasted(send):
    text = "Herring boats came in. " * (LIMIT // 20)
    answer = send(text=text, headline="Herring")
    assert "2,000,000" in error(answer, "text")
    assert box(answer) == text
    assert not Article.objects.exists()


def test_more_than_two_megabytes_attached(send):
    assert "2,000,000" in error(send(file=attached(b"Herring boats. " * (LIMIT // 14))), "file")
    assert "2,000,000" in error(send(file=attached(b"Herring boats. " * LIMIT)), "file")


def test_a_request_beyond_all_measure_is_a_plain_sentence(client_for, editor, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = client_for(editor).post(NEW, {"text": "x" * 2000})
    assert answer.status_code == 400
    assert "at most 2 MB" in answer.content.decode()


@pytest.mark.parametrize("name", ["pump.doc", "pump.pdf", "pump", "pump.txt.exe"])
def test_a_file_of_no_known_format(send, name):
    assert ".html, .htm" in error(send(file=attached("Words enough.", name=name)), "file")


def test_a_text_without_a_headline_asks_for_one_beside_its_field(send):
    text = "One sentence that ends. Another that does. "
    answer = send(text=text, byline="Hedda Ness")
    assert "headline" in error(answer, "headline")
    assert box(answer) == text
    assert 'value="Hedda Ness"' in answer.content.decode()
    assert send(text=text, headline="Now with one").status_code == 303


def test_a_bad_field_keeps_the_words_of_an_attached_file(send):
    answer = send(file=attached(STORY), deadline="soon")
    assert error(answer, "deadline")
    assert box(answer) == STORY
    assert "Here are the words of pump.txt." in answer.content.decode()
    assert send(text=box(answer), kept=hidden(answer, "kept")).status_code == 303
    assert Draft.objects.get().origin == "pump.txt"


def test_an_unknown_author_a_wrong_language_and_a_wrong_access_are_named(send):
    answer = send(text=STORY, language="tlh", access="everybody", **{"authors-more": "nobody"})
    assert all(error(answer, field) for field in ("language", "authors"))
    assert box(answer) == STORY
    assert 'value="nobody"' in answer.content.decode()


def test_hostile_words_are_shown_as_words(send):
    text = "</textarea><script>alert(1)</script> & <b>no headline.</b>."
    answer = send(text=text, file=attached("x y"))
    assert "<script>alert" not in answer.content.decode()
    assert box(answer) == text


# --- Encodings are never guessed silently ---


def test_bytes_that_are_no_utf_8_are_named_by_position_and_shown_to_be_judged(send):
    answer = send(file=attached("Caf\xe9 opens\n\nThe caf\xe9 at the quay opens on 4 May.".encode("cp1252")))
    assert "byte 3 (0xe9)" in error(answer, "file")
    assert box(answer) == "Café opens\n\nThe café at the quay opens on 4 May."
    html = answer.content.decode()
    assert "Here is how pump.txt reads as Windows-1252 (Western Europe)." in html
    assert 'name="encoding"' in html
    assert not Article.objects.exists()


def test_a_reading_that_a_person_confirms_comes_in_with_its_origin(send):
    judged = send(file=attached("Caf\xe9 opens\n\nThe caf\xe9 opens on 4 May.".encode("cp1252")))
    as_sent = box(judged).replace("\n", "\r\n")
    assert send(text=as_sent, kept=hidden(judged, "kept")).status_code == 303
    draft = Draft.objects.get()
    assert draft.text.startswith("Café opens")
    assert draft.origin == "pump.txt (Windows-1252 (Western Europe))"


def test_words_changed_after_the_reading_are_a_paste(send):
    judged = send(file=attached("Caf\xe9 opens\n\nThe caf\xe9 opens on 4 May.".encode("cp1252")))
    assert send(text=box(judged) + " At noon.", kept=hidden(judged, "kept")).status_code == 303
    assert Draft.objects.get().origin == "pasted"


def test_another_encoding_with_the_file_attached_again_replaces_the_reading(send):
    file = "Кафе откроется\n\nКафе у причала откроется 4 мая.".encode("cp1251")
    judged = send(file=attached(file))
    assert error(judged, "file")
    answer = send(file=attached(file), encoding="cp1251", text=box(judged), kept=hidden(judged, "kept"))
    assert answer.status_code == 303
    assert Draft.objects.get().text.startswith("Кафе откроется")
    assert Draft.objects.get().origin == "pump.txt (Windows-1251 (Cyrillic))"


def test_an_encoding_that_does_not_fit_is_refused_with_the_position(send):
    answer = send(file=attached(b"Quay \x81 opens"), encoding="cp1252")
    assert "byte 5" in error(answer, "file")


def test_an_encoding_that_is_not_offered_is_refused(send):
    assert error(send(file=attached("Caf\xe9".encode("cp1252")), encoding="zlib"), "encoding")


# --- The same text again ---


def test_the_same_text_again_is_linked_and_stays_in_the_box(send):
    first = send(text=STORY)
    again = send(text=STORY)
    article = Article.objects.get()
    assert first.status_code == 303
    assert "already" in error(again, "text")
    assert f'<a href="{reverse("review-article", args=[article.pk])}">' in again.content.decode()
    assert box(again) == STORY


def test_the_same_file_again_leaves_its_words_in_the_box(send):
    send(file=attached(STORY))
    again = send(file=attached(STORY))
    assert "already" in error(again, "text")
    assert box(again) == STORY
    assert Article.objects.count() == 1


def test_a_hidden_story_with_the_same_text_is_not_given_away(send, editor):
    assert send(text=STORY, access="restricted").status_code == 303
    assert send(by=factories.user("reporter"), text=STORY).status_code == 303
    assert Article.objects.count() == 2


def test_a_headline_with_marks_is_shown_as_words_in_the_link(send):
    text = "<b>Bold</b> & free\n\nThe pump cost 40 crowns."
    send(text=text)
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; free</a>" in send(text=text).content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_double_click_brings_in_one_story(client_for, editor, together):
    client_for(editor)
    clients = [client_for(editor), client_for(editor)]
    fields = {"text": STORY, "language": "en", "access": "desk"}
    fields = again(clients[0].post(NEW, fields), fields)
    answers = together(*(lambda client=client: client.post(NEW, fields) for client in clients))
    assert sorted(answer.status_code for answer in answers) == [303, 422]
    assert Article.objects.count() == 1


# --- What was recognised ---


@pytest.fixture
def story(send):
    send(text=STORY)
    return Article.objects.get()


def address(story):
    return reverse("intake-imported", args=[story.pk])


def test_the_page_says_what_was_recognised(client_for, editor, story):
    html = client_for(editor).get(address(story)).content.decode()
    assert "The pump that never ran" in html
    assert "<b>4 March 2026</b>" in html
    assert "<b>pasted</b>" in html
    assert "<b>2</b> paragraphs" in html
    assert f"<b>{story.words}</b> words" in html
    claims = Claim.objects.filter(article=story).count()
    assert claims
    assert f"<b>{claims}</b> claim" in html
    assert "<b>5</b> sentences" in html
    assert f'href="{reverse("review-article", args=[story.pk])}"' in html


def test_quotes_are_listed_with_speakers_and_doubts(client_for, editor, story):
    quotes = story.quotes.all()
    assert [quote.speaker for quote in quotes] == ["Hedda Ness"]
    html = client_for(editor).get(address(story)).content.decode()
    assert "<b>1</b> quote<" in html
    assert "Hedda Ness" in html.partition('class="quotes"')[2]
    assert "doubtful" not in html
    quotes.update(doubtful=True, speaker="")
    html = client_for(editor).get(address(story)).content.decode()
    assert "doubtful: perhaps no speech" in html
    assert "nobody named" in html


@pytest.mark.parametrize(
    ("role", "button", "details"),
    [("editor", "Start marking", True), ("checker", "Start marking", False), ("reporter", "Open the story", False)],
)
def test_the_main_button_says_what_comes_next_for_each(client_for, story, role, button, details):
    html = client_for(factories.user(role)).get(address(story)).content.decode()
    assert button in html
    assert (reverse("stories-details", args=[story.pk]) in html) is details


def test_what_was_recognised_in_a_hidden_story_is_not_there(client_for, editor):
    hidden = factories.article(by=editor, access="restricted")
    assert client_for(factories.user("editor")).get(address(hidden)).status_code == 404
    assert client_for(editor).get(address(hidden)).status_code == 200


def test_the_page_only_shows(client_for, editor, story):
    assert client_for(editor).post(address(story)).status_code == 405


@pytest.mark.parametrize("paragraphs", [1, 30])
def test_of_many_quotes_the_first_twenty_are_shown(client_for, editor, paragraphs):
    said = [f"“We have {n} boats in this harbour,” said Hedda Ness on {n % 27 + 1} May." for n in range(paragraphs)]
    story = factories.article(text="\n\n".join(said), authors=(factories.user("reporter"),))
    html = client_for(editor).get(address(story)).content.decode()
    assert html.count("<blockquote") == min(paragraphs, 20)
    assert ("The first 20 of 30 quotes." in html) is (paragraphs == 30)
