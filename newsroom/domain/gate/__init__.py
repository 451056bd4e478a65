"""What still stands between a story and its sign-off: one look, one list, the same through every door."""

from newsroom.domain.gate.looking import SEALED, Gate, look, problems, sealed_under, warnings
from newsroom.domain.gate.problem import Problem
from newsroom.domain.gate.reading import Reading
from newsroom.domain.gate.talk import open_queries

__all__ = ["SEALED", "Gate", "Problem", "Reading", "look", "open_queries", "problems", "sealed_under", "warnings"]
