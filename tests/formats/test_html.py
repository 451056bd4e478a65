"""HTML to a document: structure, notes, links, losses; hostile files; web pages and their stories."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.reading import sentence
from newsroom.formats import html
from newsroom.formats.document import Unreadable
from newsroom.formats.notes import Change, Link, Loss
from newsroom.text.canonical import compose
from newsroom.text.places import Spot, places

GOOGLE = """<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style>.c1{}</style></head>
<body class="doc-content"><p class="c1 title"><span>The pump</span></p>
<p class="c1 subtitle"><span>Paid twice</span></p>
<p><span>It cost </span><span>212,000 crowns</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><sup><a
href="#cmnt2" id="cmnt_ref2">[b]</a></sup><span>. It is </span><span><a class="c4"
href="https://www.google.com/url?q=https://board.example/audit?p%3D4&amp;sa=D&amp;source=editors">ugly</a></span><span>.
</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr>
<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;Audit, <i>p. 4</i>. <a href="https://b.example/">b</a></span></p></div>
<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Says who?</span></p></div>
<div><p><a href="#cmnt_ref2" id="cmnt2">[b]</a><span>The clerk.</span></p></div></body></html>"""


def words(document):
    return [piece.text for piece in document.blocks]


def kinds(document):
    return [(piece.part, piece.type) for piece in document.pieces]


def text_of(document):
    return compose(document.blocks).text


def spanned(document, start, end):
    [(first, last)] = places(document.blocks, [(start, end)])
    return text_of(document)[first:last]


# --- Structure ---


def test_every_block_keeps_its_type_and_part():
    document = html.parse(
        "<h1>The pump</h1><p class='deck'>Paid twice.</p><h2>Why</h2><p>One <b>b</b>old\n  word.<br>A line.</p>"
        "<ul><li>first<li><p>second</p></ul><blockquote><p>Said.</p></blockquote>"
        "<figure><img alt='A pump'><figcaption>In May</figcaption></figure>"
        "<table><caption>Costs</caption><tr><th>year<td>2024</table>"
        "<aside class='pullquote'>Never!</aside>loose<pre>a  b</pre>"
    )
    assert document.headline == "The pump"
    assert words(document)[1:] == [
        *("Paid twice.", "Why", "One bold word.\nA line.", "first", "second", "Said.", "In May", "Costs"),
        *("year", "2024", "Never!", "loose", "a  b"),
    ]
    assert kinds(document) == [
        *(("deck", "paragraph"), ("body", "heading"), ("body", "paragraph"), ("body", "list item")),
        *(("body", "list item"), ("body", "quote"), ("caption 1", "caption"), ("caption 2", "caption")),
        *(("body", "table cell"), ("body", "table cell"), ("pull quote 1", "quote")),
        *(("body", "paragraph"), ("body", "paragraph")),
    ]
    assert document.losses == (Loss("images", 1, ("A pump",)),)


@pytest.mark.parametrize(
    ("source", "headline"),
    [
        ("<title>Site</title><h1>Head</h1><p>Words.</p>", "Head"),
        ("<p>Head</p><p>Words.</p>", "Head"),
        ("<h2>Head.</h2><p>Words.</p>", "Head."),
        ("<title>Head</title><p>A sentence of its own.</p>", "Head"),
        ("<title>Head | Post</title><h1>Post</h1><h1>Head</h1><p>Words.</p>", "Head"),
        ("<h1>2026-03-04 Head</h1><p>Words.</p>", "Head"),
        ("<p>A sentence. And another.</p><p>Words.</p>", ""),
    ],
)
def test_the_headline_is_found_and_no_word_lost(source, headline):
    document = html.parse(source)
    assert document.headline == headline
    assert "Words." in words(document) or "A sentence of its own." in words(document)


def test_a_date_before_the_headline_is_the_date_and_places_in_the_headline_move_with_it():
    document = html.parse('<h1>2026-03-04 The <a href="https://e.example/">pump</a></h1><p>Words.</p>')
    assert document.date == datetime.date(2026, 3, 4)
    [link] = document.links
    assert spanned(document, link.start, link.end) == "pump"


def test_a_raised_figure_makes_no_other_number():
    document = html.parse("<h1>h</h1><p>10<sup>6</sup> m<sup>-2</sup>, the 1<sup>st</sup>.</p>")
    assert words(document)[1] == "10⁶ m⁻², the 1st."


# --- Quotes, links, changes, notes ---


def test_a_quotation_gets_its_marks_and_its_source():
    document = html.parse('<p>He said <q cite="https://e.example/1">no, <q>never</q></q>.</p><p>x</p>')
    assert words(document)[1] == "He said “no, ‘never’”."
    [link] = document.links
    assert (link.href, spanned(document, link.start, link.end)) == ("https://e.example/1", "no, ‘never’")
    [link] = html.parse('<h1>h</h1><blockquote cite="http://e.example/2"><p>One.</p><p>Two.</p></blockquote><p>x').links
    assert link == Link(Spot(1, 0), Spot(2, 4), "http://e.example/2")


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("https://e.example/a?b=1#c", ["https://e.example/a?b=1#c"]),
        ("https://www.google.com/url?q=https%3A%2F%2Fe.example%2F%3Fa%3D1&sa=D", ["https://e.example/?a=1"]),
        ("/a", ["https://post.example/a"]),
        *((href, []) for href in ("#x", "", "javascript:alert(1)", "java\tscript:alert(1)", "mailto:a@b.example")),
        *((href, []) for href in ("data:text/html,x", "file:///etc/passwd", "http://[::1", "ftp://e.example")),
        ("https://www.google.com/url?q=javascript:alert(1)", []),
    ],
)
def test_a_link_leads_to_a_page_or_nowhere(href, found):
    document = html.read(f'<h1>h</h1><p>A <a href="{href}">word</a>.</p>'.encode(), base="https://post.example/b/c")
    assert [link.href for link in document.links] == found
    assert words(document) == ["h", "A word."]


def test_what_a_link_to_no_page_and_a_remark_in_the_source_say_is_counted():
    document = html.parse(
        '<h1>h</h1><p>A <a href="mailto:ness@b.example">word</a> <a href="#x">here</a>.<!-- Ask Ness --> It ran.</p>'
        "<!--[if gte mso 9]>x<![endif]--><ruby>漢<rt>kan</rt></ruby>"
    )
    assert words(document) == ["h", "A word here. It ran.", "漢"]
    assert document.losses == (
        Loss("readings above the line", 1, ("kan",)),
        Loss("links", 1, ("mailto:ness@b.example",)),
        Loss("remarks in the source", 1, ("Ask Ness",)),
    )


def test_tracked_changes_are_read_as_accepted_or_as_rejected_and_counted():
    source = "<h1>h</h1><p>It cost <del>1.2</del><ins>1.3</ins> million.</p>"
    document = html.parse(source)
    assert words(document)[1] == "It cost 1.3 million."
    assert document.changes == (Change("deletion", "", None, "1.2"), Change("insertion", "", None, "1.3"))
    assert document.losses == (Loss("passages taken out by tracked changes", 1, ("1.2",)),)
    rejected = html.parse(source, rejected=True)
    assert (words(rejected)[1], rejected.rejected, document.rejected) == ("It cost 1.2 million.", True, False)


def test_a_google_export_brings_its_comments_as_threads_and_its_footnotes():
    document = html.read(GOOGLE.encode())
    assert words(document) == ["The pump", "Paid twice", "It cost 212,000 crowns. It is ugly. "]
    comment, footnote = document.notes
    assert (comment.kind, comment.text, comment.start) == ("comment", "Says who?", None)
    assert [reply.text for reply in comment.replies] == ["The clerk."]
    assert document.pieces[1].text[: comment.end.offset] == "It cost 212,000 crowns"
    assert (footnote.kind, footnote.text, footnote.links) == ("footnote", "Audit, p. 4. b", ("https://b.example/",))
    assert [link.href for link in document.links] == ["https://board.example/audit?p=4"]


def test_a_note_on_words_that_were_deleted_is_kept_as_cut():
    document = html.parse(
        '<h1>h</h1><p>Here <del>gone<sup><a href="#fn1" id="r1">1</a></sup></del> there.</p><ol><li id="fn1">See p. 4. '
        '<a href="#r1">↩</a></li></ol>'
    )
    [note] = document.notes
    assert (note.text, note.cut, note.quote) == ("See p. 4.", True, "gone1")


def test_a_table_of_contents_is_no_list_of_notes():
    source = '<p>Head</p><p><a id="t" href="#s">1</a></p><h2 id="s"><a href="#t">Up</a> Section</h2><p>Words.</p>'
    document = html.parse(source)
    assert document.notes == () and "Up Section" in words(document)


# --- Hostile files ---


def test_nothing_active_survives():
    document = html.parse(
        "<h1 onclick=x()>Head</h1><p>A<script>alert(1)</script><style>b{}</style> &lt;script&gt;b&lt;/script&gt;"
        "<iframe srcdoc='<p>framed'></iframe><svg><script>x</script></svg><object data=x>fallback</object></p>"
        "<p hidden>secret</p><p style='display: none'>gone</p><template><p>never</p></template><p>End</p>"
    )
    assert words(document) == ["Head", "A <script>b</script>", "End"]
    lost = {loss.kind: loss for loss in document.losses}
    assert lost["hidden passages"].words == ("secret", "gone")
    assert lost["embedded media"].count == 2 and lost["images"].count == 1


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<div>" * 100_000 + "a", "html-depth"),
        ("<b><i>" * 15_000 + "a", "html-depth"),
        ("<i></i>" * 61_000, "html-size"),
        ("<p " + " ".join(f"a{n}" for n in range(200_000)) + ">a", "html-tag"),
        ("<p x\" a='>' " + "/".join(f"a{n}" for n in range(200_000)) + ">a", "html-tag"),
        ("", "empty"),
        ("<!-- nothing -->", "empty"),
        ("a" * 2_000_001, "too-long"),
        ("a\0b", "nul"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(source, said):
    """Each by the bound that it breaks, before it is parsed: some of these keep a parser busy for minutes."""
    with pytest.raises(Unreadable) as refusal:
        html.read(source.encode())
    assert refusal.value.code == said and " " in sentence(refusal.value)


def test_a_huge_attribute_and_a_document_type_do_no_harm():
    document = html.parse(f"<h1>h</h1><p title='{'a' * 1_500_000}'>words</p>")
    assert words(document) == ["h", "words"]
    image = f'<img src="data:image/png;base64,{"ab/d" * 400_000}">'
    assert words(html.parse(f"<h1>h</h1><p>{image}{'late ' * 10_000}</p>"))[0] == "h"
    entity = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "yy">]><h1>h</h1><p>&x;&y;'
    assert words(html.parse(entity))[-1] == "&x;&y;"


@given(st.text("<>/&;#\"'= abpqxhdivscriptol1!-\n\0é😀", max_size=300))
def test_any_characters_make_a_document_or_a_refusal(source):
    try:
        document = html.parse(source)
    except Unreadable:
        return
    assert all(piece.text.strip() for piece in document.pieces)


# --- Encodings ---


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ("<p>Ü</p><p>x</p>".encode(), "Ü"),
        (b'<meta charset="iso-8859-1"><p>\xdc</p><p>x</p>', "Ü"),
        (b'<meta http-equiv=content-type content="text/html; charset=windows-1251"><p>\xc0</p><p>x</p>', "А"),
        (b"\xef\xbb\xbf<meta charset=latin1><p>\xc3\x9c</p><p>x</p>", "Ü"),
        ('\ufeff<meta charset="utf-8"><p>Ü</p><p>x</p>'.encode("utf-16-le"), "Ü"),
        (b'<!-- <meta charset=koi8-r> --><meta charset="utf-16"><p>\xc3\x9c</p><p>x</p>', "Ü"),
    ],
)
def test_the_declared_encoding_is_the_one_read(data, word):
    assert html.read(data).headline == word


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<p>\xdc</p>", "not UTF-8"),
        (b"<meta charset=utf-8><p>\xdc</p>", "not UTF-8"),
        (b"<meta charset=punycode><p>x</p>", "punycode"),
        (b"<meta charset=zlib><p>x</p>", "zlib"),
        (b"<meta charset=windows-1252><p>\x81</p>", "CP1252"),
    ],
)
def test_a_wrong_encoding_is_never_guessed_round(data, said):
    with pytest.raises(Unreadable) as refusal:
        html.read(data)
    assert said in sentence(refusal.value)


def test_a_named_encoding_wins_over_the_declared_one():
    assert html.read(b"<meta charset=utf-8><p>\xdc</p><p>x</p>", encoding="cp1252").headline == "Ü"


# --- Pages of the web ---

PARAGRAPH = (
    "<p>The council paid %s crowns for a pump in 2024, and no drop has come out of it since May, said a clerk.</p>"
)
PAGE = f"""<!doctype html><html><head><meta charset=utf-8><title>The pump that never ran | The Tolvern Post</title>
<meta property="og:title" content="The pump that never ran"><meta name=author content="Hedda Ness">
<meta property="article:published_time" content="2026-03-04T10:00:00Z"><script src=x.js></script></head><body>
<nav><a href=/>Home</a></nav><header><h1>The Tolvern Post</h1></header><main><article><h1>The pump that never ran</h1>
{PARAGRAPH % "212,000"}<p>“No.”</p>{PARAGRAPH % "313,000"}<blockquote><p>We paid twice for it and would again, the mayor
wrote to the council.</p></blockquote>{PARAGRAPH % "414,000"}<p>Correction: it was May.</p></article>
<div class=related><h3>More</h3><ul><li><a href=/a>Another story</a></li></ul></div></main>
<footer>© Post</footer></body>"""


def test_of_a_page_the_story_is_read_and_the_rest_counted_with_its_words():
    document = html.read(PAGE.encode())
    assert document.headline == "The pump that never ran"
    assert (document.byline, document.date) == ("Hedda Ness", datetime.date(2026, 3, 4))
    assert words(document)[2] == "“No.”" and words(document)[-1] == "Correction: it was May."
    assert sum("crowns" in text for text in words(document)) == 3 and ("body", "quote") in kinds(document)
    [lost] = document.losses
    assert {"Home", "© Post", "The Tolvern Post", "More", "Another story"} == set(lost.words)
    assert lost.count == 5


def test_a_page_too_short_to_judge_is_taken_whole():
    document = html.parse("<nav>Home</nav><h1>Head</h1><p>Short.</p><script src=x></script>")
    assert words(document) == ["Head", "Short."]


@pytest.mark.parametrize(
    ("data", "sure"),
    [
        *((data, True) for data in (b"<!DOCTYPE html>", b"\xef\xbb\xbf\n<HTML lang=en>", b"<!-- x --><html>")),
        *((data, False) for data in (b"<p>words", b"words <html>", b"<htmlx>", b"")),
    ],
)
def test_whole_documents_are_recognised(data, sure):
    assert html.recognised(data) is sure
