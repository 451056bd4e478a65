"""Whether the evidence for a claim is enough: what the house's policy asks of it, and what of that is missing.

`weigh` is the rule, without a database; `weights` gathers what it needs of many claims in a constant number of queries.
Nothing here is a score: a claim meets the policy, is short by something that a sentence names, or nothing is asked.
"""

from newsroom.domain.weighing.gathering import in_force, piece_of, pieces_of, rules_of, weigh_all, weights
from newsroom.domain.weighing.judging import Result, Weighed, asked_of, weigh
from newsroom.domain.weighing.piece import Piece, Subject

__all__ = [
    "Piece",
    "Result",
    "Subject",
    "Weighed",
    "asked_of",
    "in_force",
    "piece_of",
    "pieces_of",
    "rules_of",
    "weigh",
    "weigh_all",
    "weights",
]
