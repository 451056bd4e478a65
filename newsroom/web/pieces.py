"""The evidence on a claim as its card shows it."""

from typing import Any

from django.db.models import Exists, OuterRef

from newsroom.models import Evidence, Stance

HAD = Exists(Evidence.objects.filter(claim=OuterRef("pk")))  # whether there ever was any


def pieces(claim: int) -> dict[str, Any]:
    """What counts, in the order in which it was attached, what contradicts and is unanswered first; and what was
    changed or withdrawn. One query.
    """
    rows = Evidence.objects.filter(claim=claim).select_related("source", "by", "answer__by", "replaced_by__by")
    live, gone = [], []
    for row in rows.order_by("at", "pk"):
        newer = getattr(row, "replaced_by", None)
        if newer is None and not row.withdrawn:
            live.append(row)
        elif newer is not None:
            gone.append(row)
    return {"pieces": sorted(live, key=lambda row: not unanswered(row)), "gone": gone}


def unanswered(row: Evidence) -> bool:
    """Whether the row contradicts the claim and nobody has said why that does not bring it down."""
    return row.stance == Stance.CONTRADICTS and not hasattr(row, "answer")
