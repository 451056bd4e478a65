"""One thing that is left to do."""

from dataclasses import asdict, dataclass

from newsroom.domain.anchoring import short
from newsroom.models import Claim

INNER = str.maketrans({"“": "‘", "”": "’", "„": "‚", '"': "'"})


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is left to do: `code` says of which sort, `text` says it in words, `about` names what it is about.

    `about` is "claim:12", "correction:" with an id, "thread:3", "token:120-124" (code points of the current draft),
    "signature:editor" or "article:1".
    """

    code: str
    text: str
    about: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same problem: who signed over one source too few did not sign over a contradiction."""
        return self.code, self.about, self.text

    def as_json(self) -> dict[str, str]:
        return asdict(self)


def about(claim: Claim) -> str:
    return f"claim:{claim.pk}"


def cited(words: str, most: int = 60) -> str:
    """The beginning of a wording, to stand between quotation marks: those in it become inner ones."""
    return short(" ".join(words.split()), most).translate(INNER)
