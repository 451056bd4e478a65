"""Word files for tests, written as raw XML into a zip: nothing here knows the reader or any library for .docx."""

import io
import zipfile
from itertools import count

OFFICE, STRICT = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
MICROSOFT = "http://schemas.microsoft.com/office/"
WORD = f"{MICROSOFT}word/"
SPACES = {
    "w": f"{OFFICE}wordprocessingml/2006/main",
    "r": f"{OFFICE}officeDocument/2006/relationships",
    "m": f"{OFFICE}officeDocument/2006/math",
    "a": f"{OFFICE}drawingml/2006/main",
    "pic": f"{OFFICE}drawingml/2006/picture",
    "c": f"{OFFICE}drawingml/2006/chart",
    "wp": f"{OFFICE}drawingml/2006/wordprocessingDrawing",
    "mc": f"{OFFICE}markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": f"{WORD}2010/wordprocessingShape",
    "w14": f"{WORD}2010/wordml",
    "w15": f"{WORD}2012/wordml",
    "w16cid": f"{WORD}2016/wordml/cid",
    "w16cex": f"{WORD}2018/wordml/cex",
}
KINDS = {
    "comments": f"{SPACES['r']}/comments",
    "footnotes": f"{SPACES['r']}/footnotes",
    "endnotes": f"{SPACES['r']}/endnotes",
    "styles": f"{SPACES['r']}/styles",
    "header": f"{SPACES['r']}/header",
    "footer": f"{SPACES['r']}/footer",
    "hyperlink": f"{SPACES['r']}/hyperlink",
    "chart": f"{SPACES['r']}/chart",
    "diagramData": f"{SPACES['r']}/diagramData",
    "commentsExtended": f"{MICROSOFT}2011/relationships/commentsExtended",
    "commentsIds": f"{MICROSOFT}2016/09/relationships/commentsIds",
    "commentsExtensible": f"{MICROSOFT}2018/08/relationships/commentsExtensible",
}
numbers = count(1000)


def root(tag: str, inside: str) -> str:
    """A whole part: its root declares every prefix."""
    declared = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{tag} {declared}>{inside}</{tag}>'


def r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, style: str = "", look: str = "", ident: str = "") -> str:
    """A paragraph; a run without a tag is plain words."""
    words = "".join(run if run.startswith("<") else r(run) for run in runs)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    marked = f' w14:paraId="{ident}"' if ident else ""
    return f"<w:p{marked}><w:pPr>{named}{look}</w:pPr>{words}</w:p>"


def change(tag: str, author: str, inside: str = "", date: str = "2026-11-02T09:30:00Z") -> str:
    """A tracked change around runs or, without any, as the property of a mark."""
    inside = inside if not inside or inside.startswith("<") else r(inside)
    if tag in ("del", "moveFrom"):
        inside = inside.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>") if tag == "del" else inside
    return f'<w:{tag} w:id="{next(numbers)}" w:author="{author}" w:date="{date}">{inside}</w:{tag}>'


def opens(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def closes(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/>{mark("comment", number)}'


def mark(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def on(number: int, *runs: str) -> str:
    """Runs with a comment on them."""
    words = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"{opens(number)}{words}{closes(number)}"


def comment(number: int, author: str, *paragraphs: str, ident: str = "", date: str = "2026-11-03T10:00:00Z") -> str:
    """A comment; `ident` is the id of its last paragraph, which threads and ids go by."""
    dated = f' w:date="{date}"' if date else ""
    blocks = [p(text, ident=ident if text is paragraphs[-1] else "") for text in paragraphs]
    return f'<w:comment w:id="{number}" w:author="{author}"{dated} w:initials="X">{"".join(blocks)}</w:comment>'


def extended(ident: str, parent: str = "", done: bool = False) -> str:
    answers = f' w15:paraIdParent="{parent}"' if parent else ""
    return f'<w15:commentEx w15:paraId="{ident}"{answers} w15:done="{int(done)}"/>'


def footnote(number: int, *paragraphs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}">{"".join(p(text) for text in paragraphs)}</w:{kind}>'


def style(ident: str, name: str, inside: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{ident}"><w:name w:val="{name}"/>{inside}</w:style>'


STYLES = "".join(
    [
        style("Titel", "Title"),
        style("Untertitel", "Subtitle"),
        style("berschrift1", "heading 1"),
        style("Beschriftung", "caption"),
        style("Zitat", "Quote"),
        style("Auszug", "Pull Quote"),
        style("Liste", "List Bullet"),
        style("Bildzeile", "Photo line", '<w:basedOn w:val="Beschriftung"/>'),
        style("Punkte", "House list", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
    ]
)


def relationship(ident: str, kind: str, target: str, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{ident}" Type="{KINDS.get(kind, kind)}" Target="{target}"{mode}/>'


def relationships(*rows: str) -> str:
    return f'<Relationships xmlns="{OFFICE}package/2006/relationships">{"".join(rows)}</Relationships>'


def docx(body: str, *, main: str = "word/document.xml", strict: bool = False, links: str = "", **inside: str) -> bytes:
    """A file with this body; each other part (comments="…", footnotes="…", header="…") by what is in its root."""
    folder, _slash, name = main.rpartition("/")
    tags = {"header": "w:hdr", "footer": "w:ftr", "chart": "c:chartSpace"} | {
        kind: f"w15:{kind}" for kind in KINDS if kind.startswith("commentsE")
    }
    tags |= {"commentsIds": "w16cid:commentsIds"}
    rows = [relationship(f"id{kind}", kind, f"{kind}.xml") for kind in inside]
    files = {
        "[Content_Types].xml": f'<Types xmlns="{OFFICE}package/2006/content-types"/>',
        "_rels/.rels": relationships(relationship("rId1", f"{SPACES['r']}/officeDocument", main)),
        main: root("w:document", f"<w:body>{body}</w:body>"),
        f"{folder}/_rels/{name}.rels": relationships(*rows, links),
        **{f"{folder}/{kind}.xml": root(tags.get(kind, f"w:{kind}"), part) for kind, part in inside.items()},
    }
    if strict:
        files = {name: as_strict(text) for name, text in files.items()}
    return zipped(files)


def as_strict(text: str) -> str:
    """A part in the strict variant: other namespaces and types of relationships."""
    text = text.replace(f"{OFFICE}wordprocessingml/2006/main", f"{STRICT}wordprocessingml/main")
    text = text.replace(f"{OFFICE}officeDocument/2006/", f"{STRICT}officeDocument/")
    return text.replace(f"{OFFICE}drawingml/2006/", f"{STRICT}drawingml/")


def zipped(files: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
