"""Word documents in: all words, notes and changes arrive, each on its place, and what can't come in is counted."""

import datetime
from collections import Counter

import pytest

from newsroom.formats import docx, plain
from newsroom.formats.document import Document, Piece
from newsroom.formats.notes import Loss, Note
from newsroom.text.canonical import compose
from newsroom.text.places import places
from tests.formats import word
from tests.formats.fdocx import REPLIES, RESOLVED, WORDS, A, B, C, fdocx
from tests.formats.word import change, closes, comment, mark, on, opens, p, r

TAKEN = "passages taken out by tracked changes"
STORY = (
    "Ferry to Holm late again\n\nThe ferry was late on Tuesday.\n\nWhat the captain says\n\n“We wait,” said Mara Lind."
)


def para(text: str) -> Piece:
    return Piece("body", "paragraph", text)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.text]


def covered(document: Document, note: Note) -> str:
    """The words that a note stands on in the canonical text; for one without a selection, all before its mark."""
    text = compose(document.blocks).text
    assert note.end is not None
    [(start, end)] = places(document.blocks, [(note.start or note.end, note.end)])
    return text[start:end] if note.start else text[:end]


def only(document: Document) -> Note:
    [note] = document.notes
    return note


# --- F-docx: everything of a story that a desk has worked on ---


@pytest.fixture(scope="module", params=[{}, {"strict": True}, {"main": "custom/story 1.xml"}], ids=str)
def story(request) -> Document:
    return docx.read(fdocx(**request.param))


def test_all_comments_arrive_with_author_date_and_thread(story):
    roots = {note.text: note for note in story.notes if note.kind == "comment"}
    assert len(roots) + sum(len(note.replies) for note in story.notes) == 25
    assert {text: note.author for text, note in roots.items()} == {text: author for author, text in WORDS.values()}
    for number, (_author, text) in WORDS.items():
        day = datetime.datetime(2026, 11, number, 10, tzinfo=datetime.UTC)
        assert roots[text].date == (None if number == 20 else day)
        assert roots[text].outside == f"{0x20000000 + number:08X}"
        assert roots[text].resolved == (number in RESOLVED)
        answers = [reply for reply in REPLIES if reply in {2: (21, 22), 4: (23,), 9: (24, 25)}.get(number, ())]
        assert [(said.author, said.text) for said in roots[text].replies] == [
            (REPLIES[reply][1], f"First line.\n{REPLIES[reply][2]}") for reply in answers
        ]


def test_comments_stand_on_their_words(story):
    found = {note.text: note for note in story.notes if note.kind == "comment"}
    words = {
        1: "Ferry to Holm runs again",
        2: "will run again on 4 May",
        3: "nine weeks",
        4: "212,000 crowns",
        5: "crowns in all",
        7: "rarely",
        9: "Marta Lindqvist",
        10: "She heads the board since 2019.",
        11: "replaced",
        12: "40 hours",
        13: "2",
        14: "1987",
        15: "ugliest bridge",
        16: "half",
        17: "A new sentence.",
    }
    assert {n: covered(story, found[WORDS[n][1]]) for n in words} == words
    line, ever, gone, on_note, nowhere = (found[WORDS[n][1]] for n in (6, 8, 18, 19, 20))
    assert (line.start, line.cut) == (None, False)
    assert covered(story, line).endswith("Passengers took the bus.")
    assert (ever.start, ever.cut, ever.quote) == (None, True, "ever")
    assert covered(story, ever).endswith("Nobody")
    assert (gone.start, gone.cut, gone.quote) == (None, True, "Old.")
    assert covered(story, gone).endswith("A new sentence.")
    assert covered(story, on_note).endswith("The end.")
    assert (nowhere.start, nowhere.end) == (None, None)


def test_all_footnotes_arrive_where_their_marks_stand(story):
    notes = [note for note in story.notes if note.kind == "footnote"]
    assert [note.text for note in notes] == [
        *(f"Note {n}: minutes, page {n}." for n in range(1, 12)),
        "Interview, 4 April.",
    ]
    assert [covered(story, note)[-9:] for note in notes[:4]] == [
        "s engine failed."[-9:],
        "s in all.",
        "mplained.",
        "indqvist.",
    ]
    assert all(note.start is None and not note.author for note in notes)


def test_all_changes_are_counted_with_their_authors(story):
    assert len(story.changes) == 9
    assert Counter(change.author for change in story.changes) == {A: 2, B: 3, C: 4}
    assert Counter(change.kind for change in story.changes) == {"insertion": 3, "deletion": 5, "move": 1}
    assert "Kell Bridge is old. " in {change.text for change in story.changes}


def test_changes_are_read_as_accepted_or_as_rejected(story):
    accepted = [piece.text for piece in story.pieces]
    assert "The board met in April ." in accepted
    assert "The council agreed to pay half of it." in accepted
    assert accepted[-1] == "A new sentence. The end."
    rejected = docx.read(fdocx(), rejected=True)
    assert "The board met in March ." in texts(rejected)
    assert {"Nobody ever complained loudly.", "The council agreed", " to pay half of it."} <= set(texts(rejected))
    assert texts(rejected)[-1] == "Old.  The end."
    assert {note.text for note in rejected.notes if note.cut} == {WORDS[7][1], WORDS[17][1]}
    assert rejected.changes == story.changes


def test_blocks_are_what_their_styles_say(story):
    assert story.headline == "Ferry to Holm runs again"
    assert Counter((piece.part, piece.type) for piece in story.pieces) == {
        ("deck", "paragraph"): 1,
        ("body", "paragraph"): 9,
        ("body", "heading"): 1,
        ("body", "quote"): 1,
        ("body", "list item"): 2,
        ("body", "table cell"): 2,
        ("caption 1", "caption"): 1,
    }


def test_words_that_changes_took_out_are_on_record_with_who_did(story):
    words = (f"{B}: March", f"{B}: ever", f"{C}: loudly", f"{C}: Old.")
    assert story.losses == (Loss(TAKEN, 4, words),)
    [rejected] = docx.read(fdocx(), rejected=True).losses
    assert rejected.words == (f"{B}: April", f"{A}: rarely", f"{C}: A new sentence.")


# --- The same story as plain text and as .docx ---


@pytest.mark.parametrize("headline", ["Titel", "berschrift1", ""])
@pytest.mark.parametrize("day", ["", "2026-05-04 "])
def test_the_same_words_have_the_same_hash_as_in_plain_text(headline, day):
    first, *rest = f"{day}{STORY}".split("\n\n")
    read = docx.read(word.docx(p(first, style=headline) + p() + "".join(map(p, rest)), styles=word.STYLES))
    same = plain.read(f"{day}{STORY}".encode())
    assert read == same
    assert compose(read.blocks) == compose(same.blocks)
    assert read.date == (datetime.date(2026, 5, 4) if day else None)


def test_a_story_without_a_headline_has_none():
    sentence = "The ferry was late on Tuesday."
    assert docx.read(word.docx(p(sentence) + p("It came at noon."))).headline == ""
    assert docx.read(word.docx(p("One line"))).pieces == (para("One line"),)


def test_places_move_along_with_a_headline_that_stands_second_and_a_date_that_is_taken_off():
    body = (
        p("2026-05-04 ", on(1, "Kicker"), " line")
        + p()
        + p(on(2, "Ferry"), " late", style="Titel")
        + p("The ", on(3, "end"), ".")
    )
    read = docx.read(word.docx(body, styles=word.STYLES, comments="".join(comment(n, A, str(n)) for n in (1, 2, 3))))
    assert texts(read) == ["Ferry late", "Kicker line", "The end."]
    assert {note.text: covered(read, note) for note in read.notes} == {"1": "Kicker", "2": "Ferry", "3": "end"}


def test_a_mark_in_an_empty_paragraph_ends_the_words_before_it():
    read = docx.read(word.docx(p("One.") + p(mark("comment", 1)) + p("Two."), comments=comment(1, A, "Hm?")))
    assert covered(read, only(read)) == "One."


# --- Text ---


def body_text(*runs: str, **parts: str) -> str:
    return docx.read(word.docx(p(*runs), **parts)).pieces[0].text


def test_signs_that_are_elements_are_words():
    signs = ("<w:tab/>", "<w:br/>", "<w:cr/>", "<w:noBreakHyphen/>", "<w:softHyphen/>")
    words = "".join(f"<w:t>{letter}</w:t>{sign}" for letter, sign in zip("abcde", signs, strict=True))
    assert body_text(f"<w:r>{words}<w:t>f</w:t></w:r>") == "a\tb\nc\nd\u2011ef"


def test_an_alternative_is_read_once():
    newer, older = '<mc:Choice Requires="w14">' + r("new") + "</mc:Choice>", f"<mc:Fallback>{r('old')}</mc:Fallback>"
    assert body_text(f"<mc:AlternateContent>{newer}{older}</mc:AlternateContent>") == "new"
    newer = newer.replace("w14", "w99")
    assert body_text(f"<mc:AlternateContent>{newer}{older}</mc:AlternateContent>") == "old"


def test_containers_are_looked_into():
    box = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('in a control')}</w:sdtContent></w:sdt>"
    assert (
        body_text(f'<w:smartTag w:element="x">{box}</w:smartTag>', f"<w:bdo>{r(', turned')}</w:bdo>")
        == "in a control, turned"
    )


def field(code: str, result: str) -> str:
    signs = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{signs[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{signs[1]}{r(result)}{signs[2]}"


def test_of_a_field_the_result_is_read():
    assert (
        body_text("page ", field("PAGE", "3"), " of ", f'<w:fldSimple w:instr="NUMPAGES">{r("9")}</w:fldSimple>')
        == "page 3 of 9"
    )


def test_links_stand_on_their_words():
    link = f'<w:hyperlink r:id="x1">{r("the minutes")}</w:hyperlink>'
    spread = field('HYPERLINK "https://two.example/"', "a field")
    away = f'<w:hyperlink r:id="x2">{r("a script")}</w:hyperlink>'
    rows = word.relationship("x1", "hyperlink", "https://one.example/?a=1&amp;b=2", outside=True)
    rows += word.relationship("x2", "hyperlink", "javascript:go()", outside=True)
    rows += word.relationship(
        "x3", "hyperlink", "https://www.google.com/url?q=https://three.example/&amp;sa=D", outside=True
    )
    detour = f'<w:hyperlink r:id="x3">{r("a detour")}</w:hyperlink>'
    read = docx.read(word.docx(p("See ", link, ", ", spread, ", ", away, ", ", detour, "."), links=rows))
    text = read.pieces[0].text
    assert [(text[start.offset : end.offset], href) for start, end, href in read.links] == [
        ("the minutes", "https://one.example/?a=1&b=2"),
        ("a field", "https://two.example/"),
        ("a detour", "https://three.example/"),
    ]
    assert read.losses == (Loss("links", 1, ("javascript:go()",)),)


def test_a_list_is_told_by_its_style_or_its_number():
    numbered = p("by number", look='<w:numPr><w:numId w:val="1"/></w:numPr>')
    freed = p("freed", style="Punkte", look='<w:numPr><w:numId w:val="0"/></w:numPr>')
    read = docx.read(
        word.docx(p("Start.") + numbered + p("by style", style="Punkte") + freed + p("End."), styles=word.STYLES)
    )
    assert [piece.type for piece in read.pieces] == ["paragraph", "list item", "list item", "paragraph", "paragraph"]


def test_captions_and_pull_quotes_are_parts_of_their_own():
    styles = ("Bildzeile", "Auszug", "Beschriftung")
    read = docx.read(word.docx(p("Start.") + "".join(p("It is.", style=style) for style in styles), styles=word.STYLES))
    assert [piece[:2] for piece in read.pieces[1:]] == [
        ("caption 1", "caption"),
        ("pull quote 1", "quote"),
        ("caption 2", "caption"),
    ]


# --- Comments and notes ---


def test_without_the_newer_parts_every_comment_is_a_root():
    read = docx.read(word.docx(p(on(1, "One"), " ", on(2, "two")), comments=comment(1, A, "1") + comment(2, B, "2")))
    assert [(note.text, note.replies, note.resolved, note.outside) for note in read.notes] == [
        ("1", (), False, ""),
        ("2", (), False, ""),
    ]


def test_threads_that_bite_their_tail_or_miss_their_root_lose_no_comment():
    said = "".join(comment(n, A, str(n), ident=f"0000000{n}") for n in (1, 2, 3))
    links = [("1", "2"), ("2", "1"), ("3", "9")]
    extended = "".join(word.extended(f"0000000{one}", parent=f"0000000{to}") for one, to in links)
    read = docx.read(word.docx(p(on(1, "One")), comments=said, commentsExtended=extended))
    assert sorted([note.text, *(reply.text for reply in note.replies)] for note in read.notes) == [["1"], ["2"], ["3"]]


def test_the_exact_time_of_a_comment_is_preferred():
    ids = '<w16cid:commentId w16cid:paraId="00000001" w16cid:durableId="0000000A"/>'
    dates = '<w16cex:commentExtensible w16cex:durableId="0000000A" w16cex:dateUtc="2026-11-03T08:00:00Z"/>'
    said = comment(1, A, "Hm?", ident="00000001", date="2026-11-03T10:00:00")
    read = docx.read(word.docx(p(on(1, "One")), comments=said, commentsIds=ids, commentsExtensible=dates))
    assert only(read).date == datetime.datetime(2026, 11, 3, 8, tzinfo=datetime.UTC)
    assert only(docx.read(word.docx(p(on(1, "One")), comments=said))).date == datetime.datetime(2026, 11, 3, 10)


def test_a_comment_over_paragraphs_covers_them():
    body = p("One ", opens(1), "two.") + p("Three", closes(1), " four.")
    read = docx.read(word.docx(body, comments=comment(1, A, "?")))
    assert covered(read, only(read)) == "two.\n\nThree"


def test_addresses_in_a_note_come_with_it():
    link = f'<w:footnote w:id="1">{p(f"""<w:hyperlink r:id="x">{r("Minutes")}</w:hyperlink>""")}</w:footnote>'
    files = word.unzipped(word.docx(p("One.", mark("footnote", 1)), footnotes=link))
    row = word.relationship("x", "hyperlink", "https://one.example/", outside=True)
    files["word/_rels/footnotes.xml.rels"] = word.relationships(row).encode()
    assert only(docx.read(word.zipped(files))).links == ("https://one.example/",)


def test_endnotes_and_notes_with_a_mark_of_their_own():
    marked = '<w:r><w:endnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    read = docx.read(word.docx(p("One", marked, "."), endnotes=word.footnote(1, "Said so.", "Twice.", kind="endnote")))
    assert (read.pieces[0].text, only(read).kind, only(read).text) == ("One.", "endnote", "Said so.\nTwice.")
    assert covered(read, only(read)) == "One"


# --- Changes ---


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(change.kind, change.text) for change in document.changes]


def test_an_insertion_that_was_deleted_is_in_neither_reading():
    data = word.docx(p("Kept", change("ins", A, change("del", B, " twice")), "."))
    for rejected in (False, True):
        read = docx.read(data, rejected=rejected)
        assert read.pieces == (para("Kept."),)
        assert kinds(read) == [("deletion", " twice"), ("insertion", " twice")]


def test_an_inserted_paragraph_is_one_change():
    mark_of = f"<w:rPr>{change('ins', A)}</w:rPr>"
    data = word.docx(p("One.") + p(change("ins", A, "Two."), look=mark_of) + p("Three."))
    assert texts(docx.read(data)) == ["One.", "Two.", "Three."]
    assert texts(docx.read(data, rejected=True)) == ["One.", "Three."]
    assert kinds(docx.read(data)) == [("insertion", "Two.¶")]


def test_a_deleted_row_is_gone_with_its_comment():
    row = f"<w:tr><w:trPr>{change('del', A)}</w:trPr><w:tc>{p(on(1, 'Old'))}</w:tc></w:tr>"
    data = word.docx(
        p("One.") + f"<w:tbl>{row}<w:tr><w:tc>{p('New')}</w:tc></w:tr></w:tbl>", comments=comment(1, B, "?")
    )
    read = docx.read(data)
    assert texts(read) == ["One.", "New"]
    assert (only(read).cut, only(read).quote) == (True, "Old")
    assert texts(docx.read(data, rejected=True)) == ["One.", "Old", "New"]


def test_changes_of_formatting_are_counted():
    bold = f"<w:r><w:rPr><w:b/>{change('rPrChange', C)}</w:rPr><w:t>Bold</w:t></w:r>"
    read = docx.read(word.docx(p(bold, look=change("pPrChange", A))))
    assert [(change.kind, change.author) for change in read.changes] == [("formatting", A), ("formatting", C)]


# --- Losses ---

PICTURE = '<w:drawing><wp:docPr id="1" name="p" descr="{}"/><a:graphic><pic:pic/></a:graphic></w:drawing>'
ASKING = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click here')}</w:sdtContent></w:sdt>"


def box(text: str) -> str:
    inner = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    newer = (
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
    )
    older = f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{newer}{older}</mc:AlternateContent></w:r>"


@pytest.mark.parametrize(
    ("inside", "loss"),
    [
        (box("In a box"), Loss("text boxes", 1, ("In a box",))),
        (f"<w:r>{PICTURE.format('The quay')}</w:r>", Loss("images", 1, ("The quay",))),
        (f"<w:r>{PICTURE.format('')}</w:r>", Loss("images", 1)),
        ("<w:r><w:pict><v:shape alt='Quay'><v:imagedata/></v:shape></w:pict></w:r>", Loss("images", 1, ("Quay",))),
        ("<w:r><w:drawing><c:chart/></w:drawing></w:r>", Loss("charts", 1)),
        (
            "<w:r><w:drawing><a:p><a:r><a:t>A label</a:t></a:r></a:p></w:drawing></w:r>",
            Loss("drawings", 1, ("A label",)),
        ),
        ("<w:r><w:object/></w:r>", Loss("embedded objects", 1)),
        ("<m:oMathPara><m:oMath><m:r><m:t>a²</m:t></m:r></m:oMath></m:oMathPara>", Loss("equations", 1, ("a²",))),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', Loss("symbols", 1, ("Wingdings F0E0",))),
        (r("secret", "<w:vanish/>"), Loss("hidden text", 1, ("secret",))),
        (ASKING, Loss("empty form fields", 1, ("Click here",))),
    ],
)
def test_what_cannot_come_in_is_counted_once_with_its_words(inside, loss):
    read = docx.read(word.docx(p("One", inside, ".")))
    assert (texts(read), read.losses) == (["One."], (loss,))


def test_what_a_change_took_out_is_no_loss():
    read = docx.read(word.docx(p("One", change("del", A, box("In a box")), ".")))
    assert [loss.kind for loss in read.losses] == [TAKEN]


def test_a_link_whose_words_were_deleted_is_no_loss_and_one_on_no_words_is():
    rows = word.relationship("x1", "hyperlink", "https://one.example/", outside=True)
    gone = f'<w:hyperlink r:id="x1">{change("del", A, "the minutes")}</w:hyperlink>'
    assert [loss.kind for loss in docx.read(word.docx(p("One", gone, "."), links=rows)).losses] == [TAKEN]
    read = docx.read(word.docx(p("One", '<w:hyperlink r:id="x1"/>', "."), links=rows))
    assert (read.links, read.losses) == ((), (Loss("links", 1, ("https://one.example/",)),))


@pytest.mark.parametrize("backwards", [False, True])
def test_a_comment_on_words_that_moved_stands_where_they_went(backwards):
    moved = [change(tag, A, on(1, "Holm is far.")) for tag in ("moveFrom", "moveTo")]
    body = "".join(p(inside) + p("So it is.") for inside in (moved[::-1] if backwards else moved))
    data = word.docx(body, comments=comment(1, B, "How far?"))
    for rejected in (False, True):
        read = docx.read(data, rejected=rejected)
        assert covered(read, only(read)) == "Holm is far."
        assert [piece.text for piece in read.pieces].index("Holm is far.") == (2 if rejected == backwards else 0) // 2


def test_headers_and_footers_are_counted():
    read = docx.read(word.docx(p("One."), header=p("Draft 3"), footer=p(field("PAGE", ""))))
    assert read.losses == (Loss("headers", 1, ("Draft 3",)),)


CHART, DIAGRAM = '<c:chart r:id="idchart"/>', '<dgm:relIds xmlns:dgm="urn:x" r:dm="x"/>'


def test_a_chart_and_a_diagram_are_counted_once_with_the_words_of_their_parts():
    drawn = [f"<w:r><w:drawing>{shown}</w:drawing></w:r>" for shown in (CHART, DIAGRAM)]
    rows = word.relationship("x", "diagramData", "data.xml")
    chart = "<c:v>Crowns</c:v><a:t>2024</a:t><c:v>212</c:v>"
    parts = word.unzipped(word.docx(p("One", *drawn, "."), chart=chart, links=rows))
    read = docx.read(word.zipped({**parts, "word/data.xml": word.root("a:data", "<a:t>Board</a:t>")}))
    assert (texts(read), read.losses) == (
        ["One."],
        (Loss("charts", 1, ("Crowns 2024 212",)), Loss("diagrams", 1, ("Board",))),
    )


def test_a_raised_figure_makes_no_other_number():
    up = '<w:vertAlign w:val="superscript"/>'
    read = docx.read(
        word.docx(p("Some 10", r("6", up), " m, the 1", r("st", up), "; 3", r("2", up.replace("super", "sub"))))
    )
    assert texts(read) == ["Some 10⁶ m, the 1st; 32"]


def test_a_comment_in_a_text_box_stands_where_the_box_does():
    read = docx.read(word.docx(p("One.", box("x").replace(r("x"), on(1, "boxed"))), comments=comment(1, A, "Hm?")))
    assert covered(read, only(read)) == "One."
