"""Edits of one sentence, dealt by dice."""

import random
from collections.abc import Sequence

TAILS = (", officials said", " on Tuesday", ", according to the filing", " in the end", ", after a long delay")
SMALL = ("old", "small", "local", "new", "former", "final", "whole", "main")
TYPED = str.maketrans("“”’—", '""\'-')
PRINTED = str.maketrans("'-", "’–")


class Wording:
    """Says a sentence a little differently; new words come from the sentences of `pool`."""

    def __init__(self, dice: random.Random, pool: Sequence[str]) -> None:
        self.dice, self.pool = dice, pool

    def reworded(self, text: str) -> str:
        return self.dice.choice([self.figures, self.other_word, self.longer, self.shorter, self.typed])(text)

    def figures(self, text: str) -> str:
        """Another figure, or else another word."""
        if not any(char.isdigit() for char in text):
            return self.other_word(text)
        at = self.dice.choice([place for place, char in enumerate(text) if char.isdigit()])
        return text[:at] + self.dice.choice([d for d in "123456789" if d != text[at]]) + text[at + 1 :]

    def other_word(self, text: str) -> str:
        words = text.split(" ")
        at = self.dice.randrange(len(words))
        words[at] = self.dice.choice(self.dice.choice(self.pool).split(" "))
        return " ".join(words)

    def longer(self, text: str) -> str:
        if self.dice.random() < 0.5 and text[-1:] in ".!?":
            return text[:-1] + self.dice.choice(TAILS) + text[-1]
        words = text.split(" ")
        words.insert(self.dice.randint(0, len(words) - 1), self.dice.choice(SMALL))
        return " ".join(words)

    def shorter(self, text: str) -> str:
        words = text.split(" ")
        if len(words) < 6:
            return self.longer(text)
        at = self.dice.randint(1, len(words) - 2)
        return " ".join(words[:at] + words[at + self.dice.randint(1, 2) :])

    def typed(self, text: str) -> str:
        """Typographic marks for straight ones, or the other way about."""
        return text.translate(TYPED if "’" in text or "“" in text else PRINTED)
