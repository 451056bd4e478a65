"""What is known of each chunk of text, worked out once."""

from collections.abc import Callable
from typing import TypeVar

Known = TypeVar("Known")


class Memo(dict[str, Known]):
    """What a function gives for a chunk; all are forgotten when they become too many."""

    MOST, LONGEST = 50_000, 40

    def __init__(self, work_out: Callable[[str], Known]) -> None:
        super().__init__()
        self.work_out = work_out

    def __missing__(self, chunk: str) -> Known:
        found = self.work_out(chunk)
        if len(chunk) <= self.LONGEST:
            if len(self) >= self.MOST:
                self.clear()
            self[chunk] = found
        return found
