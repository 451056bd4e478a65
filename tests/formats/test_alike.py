"""One rich story as Word, HTML and Markdown: the same text, hash, notes, links and losses in each."""

from dataclasses import replace
from itertools import combinations

import pytest

from newsroom.formats import docx, html, markdown
from newsroom.formats.document import Document
from newsroom.formats.notes import Loss
from newsroom.text.canonical import compose
from newsroom.text.places import places
from tests.formats import word
from tests.formats.word import change, mark, p, r, style

MARKDOWN = """# The pump that never ran

<p class="deck">The board paid twice for it</p>

It cost **212,000** crowns, [the audit](https://audit.example/4) says.[^a] That is 3 × 10<sup>6</sup> lire&nbsp;– or
more.

## What the *audit* found

### In 2024

> “We paid [twice](https://clerk.example/),” it says.
>
> A second time!

- the first pump
- the second, with
  - its valve
  - its [hose](https://hose.example/)[^b]
- the third

1. Buy it.
2. Sell it.

| year | cost |
|:-----|-----:|
| 2024 | 212 & more |
| 2025 | [none](https://none.example/) |

<figure><img src="a.png" alt="A pump on a quay"><figcaption>The pump, in May</figcaption></figure>

Line one\\
line two, and {++a new ++}{--an old --}word.

---

<blockquote class="pullquote">Never again!</blockquote>

The “end”.[^c]

[^a]: Page 4 of <https://audit.example/full>.
[^b]: A hose, *perhaps*.
[^c]: Ness, on 4 May.
"""
HTML = """<h1>The pump that never ran</h1><p class="standfirst">The board paid twice for it</p>
<p>It cost <strong>212,000</strong> crowns, <a href="https://audit.example/4">the audit</a> says.<sup><a href="#fn1"
id="r1">1</a></sup> That is 3 × 10<sup>6</sup> lire&nbsp;– or
more.</p>
<h2>What the <i>audit</i> found</h2><h3>In 2024</h3>
<blockquote><p>“We paid <a href="https://clerk.example/">twice</a>,” it says.</p><p>A second time!</p></blockquote>
<ul><li>the first pump</li><li>the second, with<ul><li>its valve</li><li>its <a href="https://hose.example/">hose</a><sup><a
href="#fn2" id="r2">2</a></sup></li></ul></li><li><p>the third</p></li></ul>
<ol><li>Buy it.</li><li>Sell it.</li></ol>
<table><thead><tr><th>year</th><th>cost</th></tr></thead><tbody><tr><td>2024</td><td>212 &amp; more</td></tr>
<tr><td>2025</td><td><a href="https://none.example/">none</a></td></tr></tbody></table>
<figure><img src="a.png" alt="A pump on a quay"><figcaption>The pump, in May</figcaption></figure>
<p>Line one<br>line two, and <ins>a new </ins><del>an old </del>word.</p><hr>
<blockquote class="pullquote">Never again!</blockquote>
<p>The “end”.<sup><a href="#fn3" id="r3">3</a></sup></p>
<section><ol><li id="fn1">Page 4 of <a href="https://audit.example/full">https://audit.example/full</a>. <a
href="#r1">↩</a></li><li id="fn2">A hose, <em>perhaps</em>. <a href="#r2">↩</a></li>
<li id="fn3"><p>Ness, on 4 May. <a href="#r3">↩</a></p></li></ol></section>"""
SITE = """<!doctype html><html lang="en"><head><title>The pump that never ran | The Post</title>
<link rel="stylesheet" href="a.css"></head><body><header><nav><a href="/">The Post</a></nav></header>
<main><article>{}</article></main><footer>Imprint</footer></body></html>"""

UP = '<w:vertAlign w:val="superscript"/>'
ITEM = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="2"/></w:numPr>'
PICTURE = '<w:r><w:drawing><wp:docPr id="1" name="p" descr="A pump on a quay"/><pic:pic/></w:drawing></w:r>'
ADDRESSES = ("https://audit.example/4", "https://clerk.example/", "https://hose.example/", "https://none.example/")
NOTES = ("Page 4 of https://audit.example/full.", "A hose, perhaps.", "Ness, on 4 May.")


def link(number: int, words: str) -> str:
    return f'<w:hyperlink r:id="x{number}">{r(words)}</w:hyperlink>'


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{p(cell)}</w:tc>' for cell in cells)}</w:tr>"


def written() -> bytes:
    """The story as a word processor writes it."""
    year = "What the ", r("audit", "<w:i/>"), " found"
    cost = ("It cost ", r("212,000", "<w:b/>"), " crowns, ", link(1, "the audit"), " says.", mark("footnote", 1))
    edited = change("ins", "Ada", "a new "), change("del", "Ada", "an old "), "word."
    body = [
        p("The pump that never ran", style="Titel"),
        p("The board paid twice for it", style="Untertitel"),
        p(*cost, " That is 3 × 10", r("6", UP), " lire\u00a0– or ", "more."),
        p(*year, style="berschrift1"),
        p("In 2024", style="Unter"),
        p("“We paid ", link(2, "twice"), ",” it says.", style="Zitat"),
        p("A second time!", style="Zitat"),
        *(p(words, look=ITEM.format(0)) for words in ("the first pump", "the second, with")),
        p("its valve", look=ITEM.format(1)),
        p("its ", link(3, "hose"), mark("footnote", 2), look=ITEM.format(1)),
        p("the third", look=ITEM.format(0)),
        *(p(words, style="Nummern") for words in ("Buy it.", "Sell it.")),
        f"<w:tbl>{row('year', 'cost')}{row('2024', '212 &amp; more')}{row('2025', link(4, 'none'))}</w:tbl>",
        p() + p(PICTURE),
        p("The pump, in May", style="Beschriftung"),
        p("Line one", "<w:r><w:br/></w:r>", "line two, and ", *edited),
        p() + p("Never again!", style="Auszug"),
        p("The “end”.", mark("footnote", 3)),
    ]
    links = [
        word.relationship(f"x{number}", "hyperlink", address, outside=True)
        for number, address in enumerate(ADDRESSES, 1)
    ]
    return word.docx(
        "".join(body),
        styles=word.STYLES + style("Unter", "heading 3") + style("Nummern", "List Number 2"),
        footnotes="".join(word.footnote(number, f" {words}") for number, words in enumerate(NOTES, 1)),
        links="".join(links),
    )


def forms(*, rejected: bool) -> dict[str, Document]:
    return {
        "docx": docx.read(written(), rejected=rejected),
        "html": html.read(HTML.encode(), rejected=rejected),
        "markdown": markdown.read(MARKDOWN.encode(), rejected=rejected),
    }


def said(document: Document) -> list[object]:
    """What else comes with the words: each note, link, change and loss, by its words. Word alone names authors."""
    text = compose(document.blocks).text
    spots = [(note.start or note.end, note.end) for note in document.notes]
    spots += [(link.start, link.end) for link in document.links]
    stand = [(text[:end][-12:], text[start:end]) for start, end in places(document.blocks, spots)]
    notes = [(note.kind, note.text, note.addresses) for note in document.notes]
    changes = [(change.kind, change.text.strip()) for change in document.changes]
    losses = [(loss.kind, [words.removeprefix("Ada: ") for words in loss.words]) for loss in document.losses]
    return [stand, notes, [link.href for link in document.links], changes, losses, document.rejected]


@pytest.mark.parametrize("rejected", [False, True])
@pytest.mark.parametrize("pair", [*combinations(("docx", "html", "markdown"), 2)], ids="-".join)
def test_a_rich_story_is_the_same_in_word_html_and_markdown(pair, rejected):
    one, other = (forms(rejected=rejected)[name] for name in pair)
    assert compose(one.blocks) == compose(other.blocks)
    assert said(one) == said(other)


def test_nothing_of_it_is_missing():
    story = forms(rejected=False)["docx"]
    text = compose(story.blocks)
    assert len(text.blocks) == 24
    assert "3 × 10⁶ lire\u00a0– or more." in text.text and "Line one\nline two, and a new word." in text.text
    assert [note.text for note in story.notes] == list(NOTES)
    assert [link.href for link in story.links] == list(ADDRESSES)
    assert story.losses == (
        Loss("images", 1, ("A pump on a quay",)),
        Loss("passages taken out by tracked changes", 1, ("Ada: an old",)),
    )


def test_in_a_page_of_a_site_it_is_the_same_story():
    alone, page = html.read(HTML.encode()), html.read(SITE.format(HTML).encode())
    around, *rest = page.losses
    assert replace(page, losses=tuple(rest)) == alone
    assert around == Loss("passages outside the story", 2, ("The Post", "Imprint"))
