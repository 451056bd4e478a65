"""Web pages as Google Docs downloads them: one HTML file full of classes in a zip, its images beside it."""

from tests.formats import word

HEAD = """<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">\
@import url(https://themes.example/fonts/css?kit=x);ol{margin:0;padding:0}table td,table th{padding:0}\
.lst-kix_1-0>li:before{content:"\\0025cf   "}.c0{color:#000000;font-size:11pt}.c3{vertical-align:super;font-size:6.6pt}\
.c5{border:1px solid black;margin:5px}.title{padding-top:0pt;font-size:26pt}li{color:#000000}</style></head>\
<body class="c14 doc-content">"""


def span(text: str, look: str = "c0") -> str:
    return f'<span class="{look}">{text}</span>'


def p(*inside: str, look: str = "c1", within: str = "p", ident: str = "") -> str:
    marked = f' id="{ident}"' if ident else ""
    words = "".join(text if text.startswith("<") else span(text) for text in inside)
    return f'<{within} class="{look}"{marked}>{words}</{within}>'


def items(*texts: str, level: int = 0) -> str:
    """A list: one of a deeper level is no child of the item above it."""
    inside = "".join(f'<li class="c1 c9 li-bullet-0">{span(text)}</li>' for text in texts)
    return f'<ul class="c10 lst-kix_1-{level}{"" if level else " start"}">{inside}</ul>'


def link(href: str, text: str) -> str:
    """A link by way of Google's own address."""
    detour = f"https://www.google.com/url?q={href}&amp;sa=D&amp;source=editors&amp;ust=1&amp;usg=AOvVaw"
    return f'<span class="c7"><a class="c11" href="{detour}">{text}</a></span>'


def mark(kind: str, number: int, shown: str) -> str:
    return f'<sup><a href="#{kind}{number}" id="{kind}_ref{number}">{shown}</a></sup>'


def note(kind: str, number: int, shown: str, *paragraphs: str) -> str:
    """A comment (in a box) or footnote at the end, in as many paragraphs."""
    first, *rest = paragraphs
    back = f'<a href="#{kind}_ref{number}" id="{kind}{number}">{shown}</a>'
    look = ' class="c5"' if kind == "cmnt" else ""
    return f"<div{look}>{p(back, f'&nbsp;{first}' if kind == 'ftnt' else first)}{''.join(map(p, rest))}</div>"


BODY = "".join(
    [
        f"<div>{p('Draft of 4 May')}</div>",  # the document's header
        p("The pump that never ran", look="c1 title", ident="h.t1"),
        p("The board paid twice for it", look="c1 subtitle", ident="h.s1"),
        p(
            "It cost ",
            "212,000 crowns",
            mark("cmnt", 1, "[a]"),
            mark("cmnt", 2, "[b]"),
            ", ",
            link("https://audit.example/4%3Fp%3D2", "the audit"),
            "&nbsp;says. That is 3 × 10",
            span("6", "c3"),
            " lire.",
            mark("ftnt", 1, "[1]"),
        ),
        p("What the audit found", within="h2", look="c2", ident="h.x1"),
        items("the first pump", "the second, with") + items("its valve", level=1) + items("the third"),
        '<a id="t.1"></a><a id="t.2"></a><table class="c12"><tr class="c13">',
        "".join(f'<td class="c4" colspan="1" rowspan="1">{p(cell)}</td>' for cell in ("2024", "212")),
        "</tr></table>",
        p('<span style="overflow: hidden; display: inline-block;"><img alt="A pump" src="images/image1.png"></span>'),
        '<hr style="page-break-before:always;display:none;">',
        p("“Never again,” said Ness.", mark("cmnt", 3, "[c]"), mark("ftnt", 2, "[2]")),
        '<hr class="c15">',
        note("ftnt", 1, "[1]", "Audit, page 4."),
        note("ftnt", 2, "[2]", "By phone,", "on 4 May."),
        note("cmnt", 1, "[a]", "Says who?", "The invoice has 221,000."),
        note("cmnt", 2, "[b]", "The clerk."),
        note("cmnt", 3, "[c]", "Spelling?"),
        "</body></html>",
    ]
)


def gdocs(body: str = BODY, **more: str | bytes) -> bytes:
    """The bytes of the zip; `more` entries by what their names start with."""
    files: dict[str, str | bytes] = {"Thepumpthatneverran.html": HEAD + body, "images/image1.png": b"\x89PNG\r\n"}
    return word.zipped({**files, **more})
