"""What a reader sees as one character."""

import regex

CLUSTER = regex.compile(r"\X")
FARTHEST = 400


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """The span `[start, end)` (code points) widened to whole grapheme clusters (Unicode UAX #29), so that no claim
    begins or ends inside an emoji or between a letter and its accent.
    """
    return boundary(text, start, after=False), boundary(text, end, after=True)


def boundary(text: str, at: int, *, after: bool) -> int:
    """`at` itself, or the near end of the cluster that it stands in: behind it with `after`, else before it.

    Clusters are read from the last white space before, since one always begins there.
    """
    begin = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at), at - FARTHEST, 0)
    for cluster in CLUSTER.finditer(text, begin):
        if cluster.end() >= at:
            inside = cluster.start() < at < cluster.end()
            return (cluster.end() if after else cluster.start()) if inside else at
    return at
