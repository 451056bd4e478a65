"""Who speaks in Japanese: X は「…」と述べた; 「…」と X は言った."""

import re

from newsroom.text.marks import Stretch
from newsroom.text.quotes.attribution import Attribution

CORNERS = frozenset("「『")
VERBS = "言|いっ|述べ|語|話|答|叫|尋ね|説明|強調|主張|指摘|批判|訴え|発表|明らか|つぶや|呼びかけ|コメント"
NAME = r"[^、。「」『』\n は]{1,24}?"
BEHIND = re.compile(rf"(?:など)?と(?:、)?(?:({NAME})(?:は|が|も)(?:、)?)?[^。「」『』\n]{{0,20}}?({VERBS})")
BEFORE = re.compile(rf"(?:\A|[。、」』\n])\s*({NAME})(?:は|が|も)(?:、)?[^。「」『』\n]{{0,40}}\Z")
# The clause before the words begins no further away (code points).
REACH = 70


def in_japanese(text: str, stretch: Stretch) -> Attribution | None:
    """The speaker of words in corner brackets: in the clause behind them, else as the topic of the one before."""
    if stretch.opener not in CORNERS:
        return None
    behind = BEHIND.match(text, stretch.end, stretch.end + REACH)
    if behind is None:
        return None
    if behind[1]:
        return Attribution(behind.start(1), behind[1], behind[2], "「…」とX", "sure")
    before = BEFORE.search(text, max(0, stretch.start - REACH), stretch.start)
    return Attribution(before.start(1), before[1], behind[2], "Xは「…」", "sure") if before else None
