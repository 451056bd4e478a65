"""What a person is told about a file that can't be read."""

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from newsroom.formats.document import Unreadable

SENTENCES = {
    "empty": _("There are no words in it."),
    "too-long": _("It is longer than %(limit)s bytes of UTF-8, the most that one story may have."),
    "nul": _("There is a NUL at byte %(position)s (0x00): this is no plain text."),
    "unknown-encoding": _("“%(name)s” is not the name of a text encoding."),
    "bad-bytes": _("It is not %(name)s: byte %(position)s (0x%(byte)s) does not belong there."),
    "other-encoding": _(
        "It is not %(name)s: byte %(position)s (0x%(byte)s) does not belong there. "
        "It may be %(encoding)s: look at the words and confirm, or name another encoding."
    ),
    "no-format": _(
        "A story is read from a file that ends in %(endings)s. Save it as one of these, or paste its words."
    ),
    "other-format": _("This is %(name)s, but its name ends in %(ending)s: let it end in %(endings)s."),
    "pdf": _("This is a PDF, which keeps no paragraphs: ask for the file it was made from, or paste its words."),
    "old-word": _("This is a Word file of the old kind (.doc) or one with a password: save it as .docx."),
    "rich-text": _("This is a Rich Text file: save it as .docx."),
    "no-html": _("There is no HTML in it that can be read."),
    "html-depth": _("Its HTML is nested deeper than 250 elements: paste the words of the story alone."),
    "html-tag": _("One of its tags, or the text behind it, has no end that a page could need: paste the words alone."),
    "html-size": _("It has more than %(limit)s HTML elements: paste the words of the story alone."),
    "markdown-depth": _("Its lists or quotations are nested too deeply."),
    "markdown-lines": _("It has more than %(limit)s lines, too many for Markdown: save it as plain text."),
    "markdown-signs": _("It has more Markdown signs than a story can have: save it as plain text."),
    # Zips: Word documents, and web pages from Google Docs
    "no-zip": _("This is no zip file, as a Word document and a web page from Google Docs are."),
    "no-page-in-zip": _(
        "There is no HTML file in this zip: a story comes zipped only as Google Docs downloads it as a web page."
    ),
    "pages-in-zip": _("There are %(count)s HTML files in this zip: attach the one with the story."),
    "no-word-document": _("There is no Word document in this file."),
    "damaged": _("The file is damaged and can't be read to its end: save it anew where it was written."),
    "locked": _("The file has a password: save it without one."),
    "macros": _("The file has macros in it: save it as .docx without them."),
    "too-large": _("The file is larger than %(limit)s bytes: take its pictures out."),
    "long-paragraph": _("A paragraph is longer than %(limit)s characters: break it up."),
    "too-many-notes": _("The file has more than %(limit)s comments, notes and links: bring it in by parts."),
    "too-many-changes": _("The file has more than %(limit)s tracked changes: accept or reject some of them first."),
    "too-many-parts": _("The file has more than %(limit)s parts, which no story needs: paste its words."),
    "bomb": _("The file unpacks to far more than a story: paste its words."),
    "nested": _("The file is nested too deep, or of too many elements, to be a story: paste its words."),
    "endless-tag": _("The file has a tag longer than any word processor writes: paste its words."),
    "document-type": _("The file declares a document type, which no word processor does: paste its words."),
    "leads-out": _("The file has a part whose name leads out of the file: paste its words."),
    "same-name": _("The file has two parts with one name: save it anew where it was written."),
    "packing": _("The file is packed in a way that no word processor uses: save it anew where it was written."),
}


def sentence(refusal: Unreadable) -> str:
    """Why the bytes were refused, in the person's language; a code that has no sentence is shown as it is."""
    values, limit = dict(refusal.values), refusal.values.get("limit")
    if isinstance(limit, int):
        values["limit"] = number_format(limit, force_grouping=True)
    said = SENTENCES.get(refusal.code)
    return str(said) % values if said else refusal.code
