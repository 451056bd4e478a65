"""Counting what could not be brought in, class by class, with its words."""

from newsroom.formats.notes import Loss


class Losing:
    """What was lost so far. A class is named by its plural."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.words: dict[str, list[str]] = {}

    def count(self, kind: str, words: str = "", *, only_words: bool = False) -> None:
        """Count one more of a class, with its words if it had any; with `only_words` not if it had none."""
        if words or not only_words:
            self.counts[kind] = self.counts.get(kind, 0) + 1
            self.words.setdefault(kind, []).extend([words] if words else [])

    def losses(self) -> tuple[Loss, ...]:
        return tuple(Loss(kind, count, tuple(self.words[kind])) for kind, count in self.counts.items())
