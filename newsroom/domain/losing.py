"""What a person is told about the things of a file that could not be brought in."""

from django.utils.formats import number_format
from django.utils.translation import ngettext_lazy

# By the class that a reader counts them under.
COUNTED = {
    "charts": ngettext_lazy("%(n)s chart", "%(n)s charts", "n"),
    "diagrams": ngettext_lazy("%(n)s diagram", "%(n)s diagrams", "n"),
    "drawings": ngettext_lazy("%(n)s drawing", "%(n)s drawings", "n"),
    "embedded documents": ngettext_lazy("%(n)s embedded document", "%(n)s embedded documents", "n"),
    "embedded media": ngettext_lazy(
        "%(n)s embedded video, sound or page", "%(n)s embedded videos, sounds or pages", "n"
    ),
    "embedded objects": ngettext_lazy("%(n)s embedded object", "%(n)s embedded objects", "n"),
    "empty form fields": ngettext_lazy("%(n)s empty form field", "%(n)s empty form fields", "n"),
    "equations": ngettext_lazy("%(n)s equation", "%(n)s equations", "n"),
    "field codes": ngettext_lazy("%(n)s field code", "%(n)s field codes", "n"),
    "fields before the text": ngettext_lazy("%(n)s field before the text", "%(n)s fields before the text", "n"),
    "footers": ngettext_lazy("%(n)s footer", "%(n)s footers", "n"),
    "footnotes without a mark": ngettext_lazy("%(n)s footnote without a mark", "%(n)s footnotes without a mark", "n"),
    "form fields": ngettext_lazy("%(n)s form field", "%(n)s form fields", "n"),
    "headers": ngettext_lazy("%(n)s header", "%(n)s headers", "n"),
    "hidden passages": ngettext_lazy("%(n)s hidden passage", "%(n)s hidden passages", "n"),
    "hidden text": ngettext_lazy("%(n)s piece of hidden text", "%(n)s pieces of hidden text", "n"),
    "images": ngettext_lazy("%(n)s image", "%(n)s images", "n"),
    "links": ngettext_lazy("%(n)s link to no web page", "%(n)s links to no web page", "n"),
    "links in no claim": ngettext_lazy("%(n)s link that stands in no claim", "%(n)s links that stand in no claim", "n"),
    "other files": ngettext_lazy("%(n)s other file", "%(n)s other files", "n"),
    "passages outside the story": ngettext_lazy(
        "%(n)s passage outside the story", "%(n)s passages outside the story", "n"
    ),
    "passages taken out by tracked changes": ngettext_lazy(
        "%(n)s passage taken out by tracked changes", "%(n)s passages taken out by tracked changes", "n"
    ),
    "readings above the line": ngettext_lazy("%(n)s reading above the line", "%(n)s readings above the line", "n"),
    "remarks in the source": ngettext_lazy("%(n)s remark in the source", "%(n)s remarks in the source", "n"),
    "symbols": ngettext_lazy("%(n)s symbol", "%(n)s symbols", "n"),
    "text boxes": ngettext_lazy("%(n)s text box", "%(n)s text boxes", "n"),
}


def counted(kind: str, count: int) -> str:
    """So many of a class of losses ("1 text box"), in the person's language; one without a sentence as it is called."""
    said = COUNTED.get(kind)
    return str(said % {"n": count}) if said else f"{number_format(count)} {kind}"
