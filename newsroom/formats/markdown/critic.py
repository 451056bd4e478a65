"""CriticMarkup (criticmarkup.com) in Markdown: insertions, deletions, replacements, highlights, remarks."""

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from newsroom.formats.html.flow import REMARK

# What opens each, what closes it, and the element that its words go into. A replacement is cut in two below.
PAIRS = {
    "{++": ("++}", "ins"),
    "{--": ("--}", "del"),
    "{==": ("==}", "mark"),
    "{>>": ("<<}", REMARK),
    "{~~": ("~~}", ""),
}


def critic(markdown: MarkdownIt) -> None:
    """Teach a parser CriticMarkup; what stands in code, or is not closed in its block, stays as it is written."""
    markdown.inline.ruler.before("link", "critic", rule)


def rule(state: StateInline, silent: bool) -> bool:
    """One marked stretch at the parser's place."""
    opening = state.src[state.pos : state.pos + 3]
    if opening not in PAIRS:
        return False
    closing, tag = PAIRS[opening]
    start, end = state.pos + 3, state.src.find(closing, state.pos + 3, state.posMax)
    if end < 0:
        return False
    if not silent:
        if tag:
            element(state, tag, start, end)
        else:
            middle = state.src.find("~>", start, end)
            element(state, "del", start, middle if middle >= 0 else end)
            if middle >= 0:
                element(state, "ins", middle + 2, end)
    state.pos = end + 3
    return True


def element(state: StateInline, tag: str, start: int, end: int) -> None:
    """The words between two places as an element; those of a remark as they are typed."""
    state.push("html_inline", "", 0).content = f"<{tag}>"
    if tag == REMARK:
        state.push("text", "", 0).content = state.src[start:end].strip()
    else:
        position, limit = state.pos, state.posMax
        state.pos, state.posMax = start, end
        state.md.inline.tokenize(state)
        state.pos, state.posMax = position, limit
    state.push("html_inline", "", 0).content = f"</{tag}>"
