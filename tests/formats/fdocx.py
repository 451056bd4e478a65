"""F-docx: one annotated story, as a reporter and three editors leave it: 25 comments, 12 footnotes, 9 changes."""

from tests.formats import word
from tests.formats.word import change, closes, comment, extended, mark, on, opens, p, r

A, B, C = "Ada Brekke", "Jonas Vale", "Ines Okoro"


def ident(number: int) -> str:
    return f"{0x10000000 + number:08X}"


def made(number: int) -> str:
    return "" if number == 20 else f"2026-11-{number:02}T10:00:00Z"


BODY = "".join(
    [
        p(on(1, "Ferry to Holm runs again"), style="Titel"),
        p("Nine weeks after the engine failed", style="Untertitel"),
        p(
            "The ferry ",
            on(2, "will run again on 4 May"),
            ", ",
            on(3, "nine weeks"),
            " after its engine failed.",
            mark("footnote", 1),
            " The repair cost ",
            opens(4),
            "212,000",
            opens(5),
            " crowns",
            closes(4),
            " in all",
            closes(5),
            ".",
            mark("footnote", 2),
        ),
        p("The board met ", "in ", change("del", B, "March "), change("ins", B, "April "), "."),
        p("Passengers took the bus.", mark("comment", 6), " It was ", on(7, change("ins", A, "rarely ")), "late."),
        p(
            "Nobody ",
            on(8, change("del", B, "ever ")),
            "complained",
            change("del", C, " loudly"),
            ".",
            mark("footnote", 3),
        ),
        p("What the board says", style="berschrift1"),
        p("“No crossing will be cancelled,” said ", on(9, "Marta Lindqvist"), ".", mark("footnote", 4), opens(10)),
        p("She heads the board since 2019.", closes(10), mark("footnote", 5), style="Zitat"),
        p("Both pumps were ", on(11, "replaced"), style="Liste"),
        p("They ran for ", on(12, "40 hours"), mark("footnote", 6), style="Punkte"),
        f"<w:tbl><w:tr><w:tc><w:tcPr/>{p('Pumps')}</w:tc>",
        f"<w:tc>{p(on(13, '2'), mark('footnote', 7))}</w:tc></w:tr></w:tbl>",
        p("The quay at Holm", mark("footnote", 8), style="Bildzeile"),
        p(
            change("moveFrom", C, "Kell Bridge is old. "),
            "The bridge was closed in ",
            on(14, "1987"),
            ".",
            mark("footnote", 9),
        ),
        p(
            change("moveTo", C, "Kell Bridge is old. "),
            "It is the ",
            on(15, "ugliest bridge"),
            " in the county.",
            mark("footnote", 10),
        ),
        p("The council agreed", look=f"<w:rPr>{change('del', A)}</w:rPr>"),
        p(" to pay ", on(16, "half"), " of it.", mark("footnote", 11)),
        p(
            change("ins", C, on(17, "A new sentence.")),
            change("del", C, r("Old. ") + mark("comment", 18)),
            " The end.",
            mark("footnote", 12),
        ),
    ]
)

WORDS = {
    1: (A, "Too long for page one?"),
    2: (B, "Who says so? See https://board.example/minutes"),
    3: (B, "I count ten."),
    4: (C, "Invoice says 221,000."),
    5: (C, "In all of what?"),
    6: (A, "Which line?"),
    7: (B, "By whose count?"),
    8: (C, "Ever is strong."),
    9: (A, "Spelling?"),
    10: (B, "Two sentences, one source."),
    11: (C, "Replaced or repaired?"),
    12: (A, "Source?"),
    13: (B, "Or three?"),
    14: (C, "1978!"),
    15: (A, "Opinion."),
    16: (B, "A third, I heard."),
    17: (A, "Needed?"),
    18: (C, "Gone with its words."),
    19: (A, "On a footnote."),
    20: (B, "Marked nowhere."),
}
REPLIES = {
    21: (2, C, "The minutes of 3 March."),
    22: (2, A, "Then say so."),
    23: (4, B, "Agreed."),
    24: (9, C, "Yes."),
    25: (24, A, "Thanks."),
}
RESOLVED = {4, 9}

COMMENTS = "".join(
    [
        *(comment(n, who, text, ident=ident(n), date=made(n)) for n, (who, text) in WORDS.items()),
        *(comment(n, who, "First line.", text, ident=ident(n)) for n, (_to, who, text) in REPLIES.items()),
    ]
)
EXTENDED = "".join(
    [
        *(extended(ident(n), done=n in RESOLVED) for n in WORDS),
        *(extended(ident(n), parent=ident(to)) for n, (to, _who, _text) in REPLIES.items()),
    ]
)
IDS = "".join(f'<w16cid:commentId w16cid:paraId="{ident(n)}" w16cid:durableId="{0x20000000 + n:08X}"/>' for n in WORDS)
FOOTNOTES = "".join(
    [
        '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
        '<w:footnote w:id="0" w:type="continuationSeparator"><w:p/></w:footnote>',
        *(word.footnote(n, f" Note {n}: minutes, page {n}.") for n in range(1, 12)),
        f'<w:footnote w:id="12">{p(on(19, "Interview"), r(", 4 April."))}</w:footnote>',
    ]
)


def fdocx(*, strict: bool = False, main: str = "word/document.xml") -> bytes:
    """The bytes of F-docx."""
    parts = {"commentsExtended": EXTENDED, "commentsIds": IDS, "footnotes": FOOTNOTES, "styles": word.STYLES}
    return word.docx(BODY, comments=COMMENTS, strict=strict, main=main, **parts)
